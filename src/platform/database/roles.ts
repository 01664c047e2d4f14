/** The role that the server's connections work as: reads everything, writes nothing of a kind, owns nothing. */
export const SERVER_ROLE = "stadtgraph_server";

/**
 * Makes the roles of the program in a cluster, once for all its databases, where the one who asks may make roles; otherwise, or
 * when they are there, nothing happens. The server reads past row-level security, which guards writes only: comparisons that are
 * not leakproof would lose their statistics, and its plans with them. It writes as another role, which it has to take on.
 */
export const MAKE_ROLES = `DO $$
  DECLARE
    me pg_roles := (SELECT r FROM pg_roles AS r WHERE r.rolname = current_user);
  BEGIN
    IF to_regrole('stadtgraph_server') IS NOT NULL OR NOT (me.rolsuper OR me.rolcreaterole) THEN
      RETURN;
    END IF;
    CREATE ROLE stadtgraph_report;
    CREATE ROLE stadtgraph_writer;
    CREATE ROLE stadtgraph_server NOINHERIT;
    GRANT stadtgraph_writer TO stadtgraph_server;
    IF me.rolsuper OR me.rolbypassrls THEN
      ALTER ROLE stadtgraph_server BYPASSRLS;
    END IF;
    IF NOT me.rolsuper THEN
      EXECUTE format('GRANT stadtgraph_server TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- someone else was faster, in another database of the cluster
  END $$`;

/** Grants the roles what migrations have noted for them, unless they have it or there is nothing to grant yet. */
export const GRANT_RIGHTS = `DO $$
  BEGIN
    IF to_regprocedure('grant_rights()') IS NOT NULL THEN
      PERFORM grant_rights();
    END IF;
  END $$`;

/** Whether a login may work as the server's role, and whether that role has its rights in this database. */
export const MAY_SERVE = `SELECT COALESCE(pg_has_role(r.server, 'MEMBER') AND has_table_privilege(r.server, to_regclass('node'), 'SELECT'), false) AS "mayServe"
  FROM (SELECT to_regrole('stadtgraph_server')::oid AS server) AS r`;
