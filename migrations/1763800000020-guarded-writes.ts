import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The server does not own the tables. It reads as one role and, inside a transaction that names who acts, writes as another,
 * whose writes row-level security checks row by row. Roles belong to the cluster and may be missing: what each of them may do
 * is noted in `role_grant`, and granted as soon as they are there. See docs/decisions/0012-database-roles.md.
 */
export class GuardedWrites1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ACTING, ...GRANTS, ...GUARDS, ...DEFINERS, ...FIXED]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

/** Who acts is said by four settings that end with the transaction, and so does the role that may write. */
const ACTING = [
  `CREATE FUNCTION act_as(actor text, role text, departments text, reason text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('stadtgraph.actor', actor, true), set_config('stadtgraph.role', role, true),
        set_config('stadtgraph.departments', departments, true), set_config('stadtgraph.reason', reason, true);
      IF pg_has_role(session_user, to_regrole('stadtgraph_writer')::oid, 'MEMBER') THEN
        PERFORM set_config('role', 'stadtgraph_writer', true);
      END IF;
    END $$`,
  `CREATE FUNCTION acts_everywhere() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT COALESCE(current_setting('stadtgraph.actor', true) <> ''
      AND current_setting('stadtgraph.role', true) IN ('STEWARD', 'ADMIN'), false) $$`,
  `CREATE FUNCTION acting_departments() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
    DECLARE
      keys jsonb := NULLIF(current_setting('stadtgraph.departments', true), '');
    BEGIN
      IF current_setting('stadtgraph.actor', true) <> '' AND current_setting('stadtgraph.role', true) = 'EDITOR' THEN
        RETURN own_departments(ARRAY(SELECT jsonb_array_elements_text(keys)));
      END IF;
      RETURN '{}';
    END $$`,
];

const GRANTS = [
  `CREATE TABLE role_grant (object text, role text, privileges text NOT NULL, PRIMARY KEY (object, role))`,
  `CREATE FUNCTION allow(role text, privileges text, object text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO role_grant VALUES (object, role, privileges)
        ON CONFLICT ON CONSTRAINT role_grant_pkey DO UPDATE SET privileges = excluded.privileges;
      IF to_regrole(role) IS NOT NULL THEN
        EXECUTE format('GRANT %s ON %s TO %I', privileges, object, role);
      END IF;
    END $$`,
  // Every GRANT writes to the catalogue, so nothing is granted twice.
  `CREATE FUNCTION grant_rights() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT has_table_privilege(to_regrole('stadtgraph_server')::oid, 'node', 'SELECT') THEN
        PERFORM allow(g.role, g.privileges, g.object) FROM role_grant AS g;
      END IF;
    END $$`,
];

/** The conditions stand in sub-selects, which PostgreSQL computes once per statement and not once per row. */
const GUARDS = [
  `CREATE FUNCTION guard_table(guarded regclass, allowed text, deletes boolean) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('DROP POLICY IF EXISTS may_read ON %1$s; DROP POLICY IF EXISTS may_insert ON %1$s;
        DROP POLICY IF EXISTS may_update ON %1$s; DROP POLICY IF EXISTS may_delete ON %1$s', guarded);
      EXECUTE format('CREATE POLICY may_read ON %s FOR SELECT USING (true)', guarded);
      EXECUTE format('CREATE POLICY may_insert ON %s FOR INSERT WITH CHECK (%s)', guarded, allowed);
      EXECUTE format('CREATE POLICY may_update ON %s FOR UPDATE USING (%2$s) WITH CHECK (%2$s)', guarded, allowed);
      IF deletes THEN
        EXECUTE format('CREATE POLICY may_delete ON %s FOR DELETE USING (%s)', guarded, allowed);
      END IF;
      IF to_regrole('stadtgraph_server') IS NOT NULL THEN
        EXECUTE format('REVOKE ALL ON %s FROM stadtgraph_server, stadtgraph_writer', guarded);
      END IF;
      PERFORM allow('stadtgraph_server', 'SELECT', format('TABLE %s', guarded));
      PERFORM allow('stadtgraph_writer', 'SELECT, INSERT, UPDATE' || CASE WHEN deletes THEN ', DELETE' ELSE '' END,
        format('TABLE %s', guarded));
    END $$`,
  // Nothing of a kind is ever deleted: what is withdrawn stays as a tombstone.
  `CREATE FUNCTION guard_kind(kind_table regclass) RETURNS void LANGUAGE sql AS $$
    SELECT guard_table(kind_table,
      '(SELECT acts_everywhere()) OR owner_id = ANY ((SELECT acting_departments())::uuid[])', false) $$`,
  // Pairs belong to the row that declares them.
  `CREATE FUNCTION guard_pairs(pair_table regclass, kind_table regclass, own_column text) RETURNS void LANGUAGE sql AS $$
    SELECT guard_table(pair_table, format('(SELECT acts_everywhere()) OR EXISTS (SELECT FROM %2$s AS o
      WHERE o.id = %1$s.%3$I AND o.owner_id = ANY ((SELECT acting_departments())::uuid[]))',
      pair_table, kind_table, own_column), true) $$`,
];

/** What triggers keep beside the rows is theirs alone: the server can neither forge a version nor a search document. */
const DEFINERS = ["register_node", "note_change", "count_changes", "document_node"].map(
  (name) => `DO $do$ BEGIN
    IF to_regproc('public.${name}') IS NOT NULL THEN
      ALTER FUNCTION public.${name}() SECURITY DEFINER SET search_path = public, pg_temp;
    END IF;
  END $do$`,
);

const FIXED = [
  "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
  "CREATE SCHEMA report",
  "SELECT guard_table('external_id', '(SELECT acts_everywhere())', true)",
  "SELECT allow(role, 'USAGE', 'SCHEMA public') FROM unnest('{stadtgraph_server,stadtgraph_writer}'::text[]) AS role",
  `SELECT allow(role, 'SELECT', 'TABLE ' || name) FROM unnest('{stadtgraph_server,stadtgraph_writer}'::text[]) AS role,
    unnest('{node,data_version,search_document,migrations}'::text[]) AS name WHERE to_regclass(name) IS NOT NULL`,
  "SELECT allow('stadtgraph_report', 'USAGE', 'SCHEMA report')",
  // A view reads with the rights of its owner, so the reporting role needs none on any table.
  `CREATE FUNCTION report_view(name text, definition text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE OR REPLACE VIEW report.%I AS %s', name, definition);
      PERFORM allow('stadtgraph_report', 'SELECT', format('TABLE report.%I', name));
    END $$`,
  `SELECT allow('stadtgraph_server', 'SELECT, UPDATE (last_used_at, revoked_at),
    INSERT (id, name, hash, kinds, may_export, created_by, expires_at)', 'TABLE service_token')
    WHERE to_regclass('service_token') IS NOT NULL`,
];
