import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Groups of all rows of a kind, kept as rows of their own. What each row contributes to them is written down as well, so that a commit puts
 * right what it has changed and nothing else: it takes the parts of these rows away, writes them anew, and adds up the groups that they were
 * or are in. Commits do so one after the other, before they count versions, and see what was committed before. See docs/decisions/0019-summaries.md.
 */
export class Summaries1763800000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  `CREATE TABLE summary (name text PRIMARY KEY, digest text NOT NULL, triggers bigint NOT NULL, version bigint NOT NULL DEFAULT 0)
    WITH (fillfactor = 50)`,
  // Those that are there and in force; a summary without one of them would not stay true.
  `CREATE FUNCTION summary_triggers(name text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
    WHERE p.pronamespace = to_regnamespace(quote_ident(name)) AND t.tgenabled <> 'D' $$`,
  // The rows and far ends that transactions under way have changed; a transaction takes its own away when it commits.
  `CREATE UNLOGGED TABLE summary_change (transaction xid8 NOT NULL DEFAULT pg_current_xact_id(), summary text, via text, id uuid,
    PRIMARY KEY (transaction, summary, via, id))`,
  `CREATE FUNCTION keep_summaries() RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      changed text;
    BEGIN
      FOR changed IN SELECT DISTINCT c.summary FROM summary_change AS c WHERE c.transaction = pg_current_xact_id() ORDER BY 1 LOOP
        UPDATE summary AS s SET version = s.version + 1 WHERE s.name = changed;
        EXECUTE format('SELECT %I.keep()', changed);
      END LOOP;
      DELETE FROM summary_change AS c WHERE c.transaction = pg_current_xact_id();
    END $$`,
  // Rows are noted by the column that names them, and only where something changes that the groups are made of; 7 and 7.00 are two texts of a sum.
  `CREATE FUNCTION note_summary(name text, watched jsonb) RETURNS void LANGUAGE plpgsql AS $do$
    DECLARE
      source text := format('public.%I', watched->>'table');
      via text := watched->>'via';
      note text := 'summary_' || left(md5(name || watched::text), 12);
      changes text := (SELECT 'WHEN (' || string_agg(format('OLD.%1$I::text IS DISTINCT FROM NEW.%1$I::text', each), ' OR ') || ')'
        FROM jsonb_array_elements_text(watched->'columns') AS each);
    BEGIN
      EXECUTE format($note$
        CREATE FUNCTION %1$I.%2$I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        BEGIN
          IF TG_OP = 'TRUNCATE' THEN
            INSERT INTO summary_change (summary, via, id) SELECT DISTINCT %3$L, '', p.id FROM %1$I.part AS p ON CONFLICT DO NOTHING;
          ELSE
            INSERT INTO summary_change (summary, via, id) SELECT %3$L, %4$L, each FROM unnest(ARRAY[OLD.%5$I, NEW.%5$I]) AS each
              WHERE each IS NOT NULL ON CONFLICT DO NOTHING;
          END IF;
          RETURN NULL;
        END $$ $note$, name, note, name, via, watched->>'column');
      EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s FOR EACH ROW %s EXECUTE FUNCTION %I.%I()', note || '_update', source, changes, name, note);
      EXECUTE format('CREATE TRIGGER %I AFTER TRUNCATE ON %s EXECUTE FUNCTION %I.%I()', note || '_truncate', source, name, note);
      IF via = '' THEN
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %I.%I()', note || '_row', source, name, note);
      END IF;
    END $do$`,
  `CREATE FUNCTION drop_summary(name text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', name);
      DELETE FROM role_grant WHERE object IN (format('SCHEMA %I', name), format('TABLE %I.groups', name));
      DELETE FROM summary AS s WHERE s.name = drop_summary.name;
    END $$`,
  // Groups are told apart by their keys as texts, which must not depend on the settings of whoever writes.
  `CREATE FUNCTION keep_summary(name text, digest text, keys text[], sums text[], parts text, owners text, watched jsonb)
    RETURNS void LANGUAGE plpgsql SET datestyle = 'ISO' SET intervalstyle = 'postgres' SET timezone = 'UTC' SET extra_float_digits = 1 AS $do$
    DECLARE
      key_list text := (SELECT string_agg(quote_ident(key), ', ' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS k (key, place));
      totals text := (SELECT COALESCE(string_agg(format(', sum(%1$I) AS %1$I', total), '' ORDER BY place), '')
        FROM unnest(sums) WITH ORDINALITY AS s (total, place));
      rows text := format('SELECT ROW(sight, %s)::text AS grp, p.* FROM (%s) AS p', key_list, parts);
      made text := format('SELECT grp, sight, %s, count(*) AS count%s FROM %I.part', key_list, totals, name);
      figure text;
      source text;
    BEGIN
      -- Whoever is writing is waited for, and whoever comes later waits: nothing is committed between what is read here and the triggers.
      FOR source IN SELECT DISTINCT w->>'table' FROM jsonb_array_elements(watched) AS w ORDER BY 1 LOOP
        EXECUTE format('LOCK TABLE public.%I IN SHARE ROW EXCLUSIVE MODE', source);
      END LOOP;
      PERFORM drop_summary(name);
      EXECUTE format('CREATE SCHEMA %I', name);
      EXECUTE format('CREATE TABLE %I.part AS %s', name, rows);
      EXECUTE format('CREATE INDEX ON %1$I.part (id); CREATE INDEX ON %1$I.part (grp)', name);
      EXECUTE format('CREATE TABLE %I.groups AS %s GROUP BY grp, sight, %s', name, made, key_list);
      EXECUTE format('ALTER TABLE %I.groups ADD PRIMARY KEY (grp)', name);
      FOREACH figure IN ARRAY array_prepend('count', sums) LOOP
        EXECUTE format('CREATE INDEX ON %I.groups (sight, %I DESC NULLS LAST, %s)', name, figure, key_list);
      END LOOP;
      EXECUTE format($keep$
        CREATE FUNCTION %1$I.keep() RETURNS void LANGUAGE plpgsql
          SET plan_cache_mode = auto SET datestyle = 'ISO' SET intervalstyle = 'postgres' SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
        DECLARE
          concerned uuid[] := ARRAY(WITH changed AS (SELECT c.via, c.id FROM public.summary_change AS c
            WHERE c.transaction = pg_current_xact_id() AND c.summary = %2$L) %3$s);
          touched text[];
        BEGIN
          IF cardinality(concerned) > 100 THEN -- many rows need another plan than the few for which one is at hand
            PERFORM set_config('plan_cache_mode', 'force_custom_plan', true);
          END IF;
          WITH gone AS (DELETE FROM %1$I.part AS p WHERE p.id = ANY(concerned) RETURNING p.grp),
            come AS (INSERT INTO %1$I.part SELECT r.* FROM (%4$s) AS r WHERE r.id = ANY(concerned) RETURNING grp)
          SELECT array_agg(DISTINCT g.grp) INTO touched FROM (SELECT grp FROM gone UNION ALL SELECT grp FROM come) AS g;
          DELETE FROM %1$I.groups AS g WHERE g.grp = ANY(touched);
          INSERT INTO %1$I.groups %5$s WHERE grp = ANY(touched) GROUP BY grp, sight, %6$s;
        END $$ $keep$, name, name, owners, rows, made, key_list);
      PERFORM note_summary(name, each) FROM jsonb_array_elements(watched) AS each;
      INSERT INTO summary VALUES (name, digest, summary_triggers(name));
      PERFORM allow('stadtgraph_server', 'USAGE', format('SCHEMA %I', name)),
        allow('stadtgraph_server', 'SELECT', format('TABLE %I.groups', name));
    END $do$`,
  "ALTER FUNCTION keep_summaries() SECURITY DEFINER SET search_path = public, pg_temp",
  `CREATE OR REPLACE FUNCTION count_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM keep_summaries();
      WITH changed AS (DELETE FROM data_change WHERE transaction = pg_current_xact_id() RETURNING table_name),
        locked AS (SELECT v.table_name FROM data_version AS v WHERE v.table_name IN (SELECT table_name FROM changed)
          ORDER BY v.table_name FOR UPDATE)
      UPDATE data_version AS v SET version = v.version + 1 FROM locked WHERE v.table_name = locked.table_name;
      RETURN NULL;
    END $$`,
];
