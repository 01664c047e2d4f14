import type { MigrationInterface, QueryRunner } from "typeorm";

/** A declaration that says something else than before (another text that is searched, another edge) replaces the trigger of the one before. */
export class DeclaredAnew1763800000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  // The update changes nothing, and so counts no version; the rows get their documents by it.
  `CREATE OR REPLACE FUNCTION search_kind(kind_table regclass, kind text, titles text[], bodies text[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE OR REPLACE TRIGGER document_node AFTER INSERT OR UPDATE ON %s FOR EACH ROW
        EXECUTE FUNCTION document_node(%L, %L, %L)', kind_table, kind, titles, bodies);
      EXECUTE format('UPDATE %s SET key = key', kind_table);
    END $$`,
  `CREATE OR REPLACE FUNCTION forbid_circle(kind_table regclass, start_column text, end_column text, condition text) RETURNS void
    LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT OR UPDATE ON %s FOR EACH ROW WHEN (NEW.%I IS NOT NULL)
        EXECUTE FUNCTION refuse_circle(%L, %L, %L)', 'no_circle_' || end_column, kind_table, end_column,
        start_column, end_column, condition);
    END $$`,
];
