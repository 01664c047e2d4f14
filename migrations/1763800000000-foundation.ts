import type { MigrationInterface, QueryRunner } from "typeorm";

/** What every table stands on: German sorting, ids, dates of partial precision, folding of umlauts, the register of nodes. */
export class Foundation1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const extension of ["unaccent", "pg_trgm", "btree_gist"])
      await runner.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`);
    for (const statement of [COLLATION, ID, ...DATES, ...TEXT, LIMIT, CONTACT, ...REGISTER, ...CIRCLES])
      await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

/** Umlauts beside their vowels, numbers inside texts by value: 5.9 before 5.10. */
const COLLATION = `CREATE COLLATION german (provider = icu, locale = 'de-u-kn-true')`;

/** RFC 9562, version 7, with the fraction of the millisecond: ids follow the order of creation. */
const ID = `CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE plpgsql VOLATILE PARALLEL SAFE AS $$
  DECLARE
    micros bigint := floor(extract(epoch FROM clock_timestamp()) * 1000000);
    fraction int := (micros % 1000) * 4096 / 1000;
  BEGIN
    RETURN encode(overlay(overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send(micros / 1000) FROM 3) FROM 1 FOR 6)
      PLACING int2send((28672 + fraction)::int2) FROM 7 FOR 2), 'hex')::uuid;
  END $$`;

/** EDTF level 0: a year, a month or a day, and the first and last day that it can mean. */
const DATES = [
  `CREATE FUNCTION earliest_day(date text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN make_date(left(date, 4)::int,
      CASE WHEN length(date) >= 7 THEN substr(date, 6, 2)::int ELSE 1 END,
      CASE WHEN length(date) = 10 THEN right(date, 2)::int ELSE 1 END)`,
  `CREATE FUNCTION latest_day(date text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE length(date)
      WHEN 4 THEN make_date(date::int, 12, 31)
      WHEN 7 THEN (make_date(left(date, 4)::int, right(date, 2)::int, 1) + interval '1 month - 1 day')::date
      ELSE make_date(left(date, 4)::int, substr(date, 6, 2)::int, right(date, 2)::int) END`,
  `CREATE FUNCTION is_partial_date(date text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
      WHEN date !~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' THEN false
      WHEN length(date) < 10 THEN true
      ELSE right(date, 2)::int <= extract(day FROM latest_day(left(date, 7))) END`,
];

/** Two ways in which people leave out umlauts: Löwe as Lowe, and Löwe as Loewe. */
const TEXT = [
  `CREATE FUNCTION fold_marks(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, given))`,
  `CREATE FUNCTION fold_umlauts(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.unaccent('public.unaccent'::regdictionary,
      replace(replace(replace(lower(given), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))`,
  `CREATE FUNCTION e164(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
      WHEN phone ~ '^\\s*\\+' THEN '+' || regexp_replace(phone, '\\(0\\)|\\D', '', 'g')
      WHEN phone ~ '^\\D*00' THEN '+' || substr(regexp_replace(phone, '\\(0\\)|\\D', '', 'g'), 3)
      WHEN phone ~ '^\\D*0' THEN '+49' || substr(regexp_replace(phone, '\\D', '', 'g'), 2) END`,
];

/** Ends a statement whose answer would be cut short; the program tells it by its SQLSTATE. */
const LIMIT = `CREATE FUNCTION too_many(what text) RETURNS json LANGUAGE plpgsql VOLATILE AS $$
  BEGIN
    RAISE EXCEPTION 'too many %', what USING ERRCODE = 'SG001';
  END $$`;

const CONTACT = `CREATE FUNCTION is_service_hours(hours jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN jsonb_typeof(hours) = 'array' AND NOT EXISTS (
    SELECT FROM jsonb_array_elements(hours) AS span WHERE NOT COALESCE(
      span->>'dayOfWeek' IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')
      AND span->>'opens' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND span->>'closes' ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      AND span->>'opens' < span->>'closes', false))`;

/** Every kind reports its rows to the register of nodes; every change of a row counts its version. */
const REGISTER = [
  `CREATE FUNCTION register_node() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        DELETE FROM node WHERE id = OLD.id;
        RETURN OLD;
      END IF;
      INSERT INTO node (id, kind) VALUES (NEW.id, TG_ARGV[0]);
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW IS DISTINCT FROM OLD THEN
        NEW.version := OLD.version + 1;
        NEW.updated_at := clock_timestamp();
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION watch_kind(kind_table regclass, kind text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE OR REPLACE TRIGGER register_node BEFORE INSERT OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION register_node(%L)', kind_table, kind);
      EXECUTE format('CREATE OR REPLACE TRIGGER count_version BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION count_version()', kind_table);
    END $$`,
];

/** Trees and successions: following the edges from a row never leads back to it. One writer at a time looks, per table. */
const CIRCLES = [
  `CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      edges text := format('SELECT %2$I FROM %3$I.%4$I AS e WHERE e.%1$I = %%s AND e.%2$I IS NOT NULL AND (%5$s)',
        TG_ARGV[0], TG_ARGV[1], TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[2]);
      start uuid := to_jsonb(NEW)->>TG_ARGV[0];
      circle boolean;
    BEGIN
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
  `CREATE FUNCTION forbid_circle(kind_table regclass, start_column text, end_column text, condition text) RETURNS void
    LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %s FOR EACH ROW WHEN (NEW.%I IS NOT NULL)
        EXECUTE FUNCTION refuse_circle(%L, %L, %L)', 'no_circle_' || end_column, kind_table, end_column,
        start_column, end_column, condition);
    END $$`,
];
