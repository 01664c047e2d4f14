import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whoever changed a row with a parent waited for all others who did, until they committed: the look for a circle takes a lock of the whole
 * table. A change that leaves the edge of a row as it is closes no circle, so it is not looked for.
 */
export class EdgesThatStay1763800000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

/**
 * As in the foundation, with a way out in front. Where not every row is an edge (its third argument is not `true`), other columns decide as well, and
 * it is looked as before. A circle that were there already would be met only by whoever moves one of its rows.
 */
const STATEMENTS = [
  `CREATE OR REPLACE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      edges text := format('SELECT %2$I FROM %3$I.%4$I AS e WHERE e.%1$I = %%s AND e.%2$I IS NOT NULL AND (%5$s)',
        TG_ARGV[0], TG_ARGV[1], TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[2]);
      start uuid := to_jsonb(NEW)->>TG_ARGV[0];
      circle boolean;
    BEGIN
      IF TG_OP = 'UPDATE' AND TG_ARGV[2] = 'true' AND to_jsonb(OLD)->TG_ARGV[0] = to_jsonb(NEW)->TG_ARGV[0]
        AND to_jsonb(OLD)->TG_ARGV[1] = to_jsonb(NEW)->TG_ARGV[1] THEN
        RETURN NULL;
      END IF;
      PERFORM pg_advisory_xact_lock(TG_RELID::bigint);
      EXECUTE format('WITH RECURSIVE way(place) AS ((%s) UNION (SELECT next.* FROM way CROSS JOIN LATERAL (%s) AS next))
        SELECT EXISTS (SELECT FROM way WHERE place = $1)', format(edges, '$1'), format(edges, 'way.place'))
        INTO circle USING start;
      IF circle THEN
        RAISE EXCEPTION 'a circle in %.%', TG_TABLE_NAME, TG_ARGV[1]
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[1];
      END IF;
      RETURN NULL;
    END $$`,
];
