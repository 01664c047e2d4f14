import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A version per table, counted by the transaction that changes it, when it commits. A sequence would show a number before the
 * commit that it stands for; a row in the same transaction cannot. The rows are locked last and in one order, so writers
 * wait for each other only while they commit, and never in a circle.
 */
export class DataVersion1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  `CREATE TABLE data_version (table_name text PRIMARY KEY, version bigint NOT NULL DEFAULT 0) WITH (fillfactor = 50)`,
  // What the transactions under way have changed; a transaction takes its own rows away when it commits.
  `CREATE UNLOGGED TABLE data_change (
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), table_name text NOT NULL, PRIMARY KEY (transaction, table_name))`,
  `CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO data_change (table_name) VALUES (TG_TABLE_NAME) ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$`,
  `CREATE FUNCTION count_changes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      WITH changed AS (DELETE FROM data_change WHERE transaction = pg_current_xact_id() RETURNING table_name),
        locked AS (SELECT v.table_name FROM data_version AS v WHERE v.table_name IN (SELECT table_name FROM changed)
          ORDER BY v.table_name FOR UPDATE)
      UPDATE data_version AS v SET version = v.version + 1 FROM locked WHERE v.table_name = locked.table_name;
      RETURN NULL;
    END $$`,
  `CREATE CONSTRAINT TRIGGER count_changes AFTER INSERT ON data_change DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION count_changes()`,
  `CREATE FUNCTION watch_version(watched regclass) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      name text := (SELECT relname FROM pg_class WHERE oid = watched);
    BEGIN
      INSERT INTO data_version (table_name) VALUES (name) ON CONFLICT DO NOTHING;
      EXECUTE format('CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s
        FOR EACH STATEMENT EXECUTE FUNCTION note_change()', watched);
    END $$`,
];
