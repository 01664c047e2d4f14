import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * How many rows of a kind there are by its facets and by what tells who sees them, and the same along its amounts and dates, step by step. Every statement
 * that writes adds entries, and no one waits; the entries that a reader sees always add up to the rows that it sees. Now and then a commit makes one of
 * several, after it has counted the version of the table, for which it waits anyhow. See docs/decisions/0020-tallies.md.
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
      columns text := (SELECT string_agg(quote_ident(each), ', ') FROM unnest(facets || steps) AS each);
      made text := '';
      noted text := '';
      merged text := '';
      tally record;
      event record;
    BEGIN
      -- Whoever is writing is waited for, and whoever comes later waits.
      EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', source);
      PERFORM drop_summary(name);
      EXECUTE format('CREATE SCHEMA %I', name);
      FOR tally IN
        SELECT format('%I.%I', name, COALESCE(step, 'total')) AS entries,
          (SELECT string_agg(quote_ident(each), ', ') FROM unnest(facets || step) AS each WHERE each IS NOT NULL) AS keys,
          (SELECT string_agg(CASE WHEN each = step THEN format('step_of(%1$I) AS %1$I', each) ELSE quote_ident(each) END, ', ')
            FROM unnest(facets || step) AS each WHERE each IS NOT NULL) AS values
        FROM unnest(ARRAY[NULL] || steps) AS step
      LOOP
        EXECUTE format('CREATE TABLE %s AS SELECT %s, 0::bigint AS count FROM public.%I WITH NO DATA', tally.entries, tally.values, source);
        EXECUTE format('CREATE INDEX ON %s (%s)', tally.entries, tally.keys);
        made := made || format('
          DELETE FROM %1$s;
          INSERT INTO %1$s SELECT %2$s, count(*) FROM (SELECT %3$s FROM public.%4$I) AS r GROUP BY %2$s;', tally.entries, tally.keys, tally.values, source);
        noted := noted || format('
          INSERT INTO %1$s SELECT %2$s, sum(n) FROM (SELECT %3$s, n FROM (<changed>) AS c) AS r GROUP BY %2$s HAVING sum(n) <> 0;',
          tally.entries, tally.keys, tally.values);
        -- It is dear to merge after every change: one of sixteen entries leads to it, and a transaction that has added many does so by itself.
        merged := merged || format('
          IF random() * 16 < pg_stat_get_xact_tuples_inserted(%1$L::regclass) THEN
            WITH several AS (SELECT array_agg(ctid) AS places FROM %1$s GROUP BY %2$s HAVING count(*) > 1),
              taken AS (DELETE FROM %1$s WHERE ctid = ANY(ARRAY(SELECT unnest(places) FROM several)) RETURNING %2$s, count)
            INSERT INTO %1$s SELECT %2$s, sum(count) FROM taken GROUP BY %2$s HAVING sum(count) <> 0;
          END IF;', tally.entries, tally.keys);
        PERFORM allow('stadtgraph_server', 'SELECT', 'TABLE ' || tally.entries);
      END LOOP;
      -- Most updates change nothing that is counted: they are let go before anything is added up.
      FOR event IN SELECT * FROM (VALUES
        ('insert', 'REFERENCING NEW TABLE AS come', 'SELECT %1$s, 1 AS n FROM come', ''),
        ('delete', 'REFERENCING OLD TABLE AS gone', 'SELECT %1$s, -1 AS n FROM gone', ''),
        ('update', 'REFERENCING OLD TABLE AS gone NEW TABLE AS come', 'SELECT %1$s, 1 AS n FROM come UNION ALL SELECT %1$s, -1 FROM gone',
          'IF NOT EXISTS (SELECT %1$s FROM gone EXCEPT ALL SELECT %1$s FROM come) THEN RETURN NULL; END IF;'),
        ('truncate', '', NULL, '')) AS e (name, tables, changed, unless)
      LOOP
        EXECUTE format('CREATE FUNCTION %1$I.%2$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN %3$s %4$s
          INSERT INTO data_change (table_name) VALUES (%1$L) ON CONFLICT DO NOTHING; RETURN NULL; END $$', name, event.name, format(event.unless, columns), COALESCE(replace(noted, '<changed>', format(event.changed, columns)), made));
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON public.%I %s FOR EACH STATEMENT EXECUTE FUNCTION %I.%I()',
          'tally_' || event.name, event.name, source, event.tables, name, event.name);
      END LOOP;
      EXECUTE format('CREATE FUNCTION %I.merge() RETURNS void LANGUAGE plpgsql AS $$ BEGIN %s END $$', name, merged);
      EXECUTE format('CREATE FUNCTION %I.anew() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
        LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE; %s END $$', name, source, made);
      EXECUTE format('SELECT %I.anew()', name);
      INSERT INTO summary VALUES (name, digest, summary_triggers(name));
      PERFORM allow('stadtgraph_server', 'USAGE', format('SCHEMA %I', name));
    END $do$`,
  // As in migration 50; tallies that have been added to are merged; their triggers note them beside the tables.
  `CREATE OR REPLACE FUNCTION count_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      tallies text[];
      tally text;
    BEGIN
      PERFORM keep_summaries();
      WITH changed AS (DELETE FROM data_change WHERE transaction = pg_current_xact_id() RETURNING table_name),
        locked AS (SELECT v.table_name FROM data_version AS v WHERE v.table_name IN (SELECT table_name FROM changed)
          ORDER BY v.table_name FOR UPDATE),
        counted AS (UPDATE data_version AS v SET version = v.version + 1 FROM locked WHERE v.table_name = locked.table_name)
      SELECT array_agg(s.name) INTO tallies FROM changed AS c JOIN summary AS s ON s.name = c.table_name;
      FOREACH tally IN ARRAY COALESCE(tallies, '{}') LOOP
        EXECUTE format('SELECT %I.merge()', tally);
      END LOOP;
      RETURN NULL;
    END $$`,
];
