import type { MigrationInterface, QueryRunner } from "typeorm";

/** What belongs to someone whose departments are named by their keys: those, everything below them, and what they followed or became. */
export class OwnDepartments1763800000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION own_departments(keys text[]) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
      WITH RECURSIVE own (id) AS (
        SELECT d.id FROM department AS d WHERE d.key = ANY (keys)
        UNION
        SELECT d.id FROM own JOIN department AS o ON o.id = own.id
          JOIN department AS d ON d.parent_id = own.id OR d.successor_id = own.id OR d.id = o.successor_id)
      SELECT COALESCE(array_agg(id), '{}') FROM own $$`);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}
