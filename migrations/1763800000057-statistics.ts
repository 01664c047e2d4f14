import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whoever has brought many rows in lets PostgreSQL look at them at once. Until it has, it takes every table for a small one, and a filter over three links takes
 * seconds; by itself it looks at a small table only after fifty changes, and at some never.
 */
export class Statistics1763800000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  // Only the owner of a table may do that, whoever calls this.
  `CREATE FUNCTION gather_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      each regclass;
    BEGIN
      FOR each IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('ANALYZE %s', each);
      END LOOP;
    END $$`,
  "REVOKE EXECUTE ON FUNCTION gather_statistics() FROM PUBLIC",
  "SELECT allow('stadtgraph_writer', 'EXECUTE', 'FUNCTION gather_statistics()')",
];
