import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What belongs to someone whose departments are named by their keys. Every department answers to one other: to its successor once it
 * was reorganised, else to the one above. A name that was reorganised stands for its last successor; to that belongs everything from which
 * answering leads there. Before, a department below that had moved elsewhere carried rights over its new neighbours along.
 */
export class WhoAnswersForIt1763800000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE FUNCTION own_departments(keys text[]) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
      WITH RECURSIVE named (id, successor_id) AS (
        SELECT d.id, d.successor_id FROM department AS d WHERE d.key = ANY (keys)
        UNION
        SELECT d.id, d.successor_id FROM named JOIN department AS d ON d.id = named.successor_id),
      own (id) AS (
        SELECT id FROM named WHERE successor_id IS NULL
        UNION
        SELECT d.id FROM own JOIN department AS d
          ON d.successor_id = own.id OR d.parent_id = own.id AND d.successor_id IS NULL)
      SELECT COALESCE(array_agg(id), '{}') FROM own $$`);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
