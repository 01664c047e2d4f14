import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * How many rows of a kind there are by its facets and by what tells who sees them, and the same along its amounts and dates, step by step. Triggers count with
 * every statement. A writer takes the entries for a key that nobody else is writing and puts one in their place; what others hold stays beside it. So nobody
 * waits for anybody, and the entries a reader sees always add up to the rows that it sees. See docs/decisions/0020-tallies.md.
 */
export class Tallies1763800000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

/** An amount lies in the step of its first digit: 54,321 in that from 50,000 to 60,000. A date of any precision lies in its year. */
const STEPS = [
  `CREATE FUNCTION step_of(amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN amount < 0 THEN '-Infinity' WHEN amount < 1 THEN 0 ELSE trunc(amount, 1 - length(trunc(amount)::text)) END`,
  // Where the next step begins.
  `CREATE FUNCTION step_after(amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN amount < 0 THEN 0 WHEN amount < 1 THEN 1
      ELSE trunc(amount, 1 - length(trunc(amount)::text)) + ('1e' || length(trunc(amount)::text) - 1)::numeric END`,
  "CREATE FUNCTION step_of(date text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN left(date, 4)",
  // Behind every date of the year, before all others.
  "CREATE FUNCTION step_after(date text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN left(date, 4) || '~'",
  // Where the first step begins of which nothing lies below this.
  `CREATE FUNCTION step_from(bound anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT CASE WHEN step_of(bound) = bound THEN bound ELSE step_after(bound) END'`,
  // Where the last step ends of which nothing lies above this.
  `CREATE FUNCTION step_until(bound anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT CASE WHEN step_after(bound) = bound THEN bound ELSE step_of(bound) END'`,
];

const STATEMENTS = [
  ...STEPS,
  // As in migration 50, for schemas with tables of any name.
  `CREATE OR REPLACE FUNCTION drop_summary(name text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', name);
      DELETE FROM role_grant WHERE object = format('SCHEMA %I', name) OR starts_with(object, format('TABLE %I.', name));
      DELETE FROM summary AS s WHERE s.name = drop_summary.name;
    END $$`,
  `CREATE FUNCTION keep_tally(name text, digest text, source text, facets text[], steps text[]) RETURNS void LANGUAGE plpgsql AS $do$
    DECLARE
      facet_list text := (SELECT string_agg(quote_ident(f), ', ' ORDER BY place) FROM unnest(facets) WITH ORDINALITY AS u (f, place));
      seen text := facet_list || (SELECT COALESCE(string_agg(format(', %I', s), '' ORDER BY place), '') FROM unnest(steps) WITH ORDINALITY AS u (s, place));
      made text := '';
      noted text := '';
      tally record;
      event record;
    BEGIN
      -- Whoever is writing is waited for, and whoever comes later waits.
      EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', source);
      PERFORM drop_summary(name);
      EXECUTE format('CREATE SCHEMA %I', name);
      FOR tally IN
        SELECT format('%I.total', name) AS entries, facet_list AS keys, facet_list AS columns
        UNION ALL SELECT format('%I.%I', name, s), format('%s, %I', facet_list, s), format('%s, step_of(%I) AS %2$I', facet_list, s) FROM unnest(steps) AS s
      LOOP
        EXECUTE format('CREATE TABLE %s AS SELECT NULL::text AS grp, %s, 0::bigint AS count FROM public.%I WITH NO DATA', tally.entries, tally.columns, source);
        EXECUTE format('CREATE INDEX ON %1$s (grp); CREATE INDEX ON %1$s (%2$s)', tally.entries, tally.keys);
        made := made || format('
          DELETE FROM %1$s;
          INSERT INTO %1$s SELECT json_build_array(%2$s)::text, %2$s, count(*) FROM (SELECT %3$s FROM public.%4$I) AS r GROUP BY %2$s;',
          tally.entries, tally.keys, tally.columns, source);
        noted := noted || format('
          WITH change AS (SELECT json_build_array(%2$s)::text AS grp, %2$s, sum(n) AS n FROM (SELECT %3$s, n FROM (<changed>) AS c) AS s
              GROUP BY %2$s HAVING sum(n) <> 0),
            free AS (SELECT e.ctid AS place FROM change AS c JOIN %1$s AS e ON e.grp = c.grp FOR UPDATE OF e SKIP LOCKED),
            taken AS (DELETE FROM %1$s AS e USING free AS f WHERE e.ctid = f.place RETURNING e.grp, e.count),
            now AS (SELECT c.*, c.n + COALESCE((SELECT sum(t.count) FROM taken AS t WHERE t.grp = c.grp), 0) AS total FROM change AS c)
          INSERT INTO %1$s SELECT grp, %2$s, total FROM now WHERE total <> 0;', tally.entries, tally.keys, tally.columns);
        PERFORM allow('stadtgraph_server', 'SELECT', 'TABLE ' || tally.entries);
      END LOOP;
      FOR event IN SELECT * FROM (VALUES
        ('insert', 'REFERENCING NEW TABLE AS come', 'SELECT *, 1 AS n FROM come', ''),
        ('delete', 'REFERENCING OLD TABLE AS gone', 'SELECT *, -1 AS n FROM gone', ''),
        ('update', 'REFERENCING OLD TABLE AS gone NEW TABLE AS come', 'SELECT *, 1 AS n FROM come UNION ALL SELECT *, -1 FROM gone',
          format('IF NOT EXISTS (SELECT %1$s FROM gone EXCEPT ALL SELECT %1$s FROM come) THEN RETURN NULL; END IF;', seen)),
        ('truncate', '', NULL, '')) AS e (name, tables, changed, unless)
      LOOP
        EXECUTE format('CREATE FUNCTION %I.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN %s %s
          RETURN NULL; END $$', name, event.name, event.unless, COALESCE(replace(noted, '<changed>', event.changed), made));
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON public.%I %s FOR EACH STATEMENT EXECUTE FUNCTION %I.%I()',
          'tally_' || event.name, event.name, source, event.tables, name, event.name);
      END LOOP;
      EXECUTE format('CREATE FUNCTION %I.anew() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
        LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE; %s END $$', name, source, made);
      EXECUTE format('SELECT %I.anew()', name);
      INSERT INTO summary VALUES (name, digest, summary_triggers(name));
      PERFORM allow('stadtgraph_server', 'USAGE', format('SCHEMA %I', name));
    END $do$`,
];
