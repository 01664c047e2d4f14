import type { MigrationInterface, QueryRunner } from "typeorm";

/** Search across kinds: German stems without umlauts, parts of words, typing errors; kept by triggers beside the rows. */
export class Search1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
  `CREATE TEXT SEARCH CONFIGURATION stadtgraph (COPY = german)`,
  `ALTER TEXT SEARCH CONFIGURATION stadtgraph
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem`,
  // A question in each of the ways in which people leave out umlauts: Löwe, Lowe, Loewe.
  `CREATE FUNCTION search_query(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN websearch_to_tsquery('public.stadtgraph', fold_marks(asked))
      || websearch_to_tsquery('public.stadtgraph', fold_umlauts(asked))
      || websearch_to_tsquery('public.stadtgraph', regexp_replace(fold_marks(asked), '([aou])e', '\\1', 'g'))`,
  `CREATE FUNCTION search_vector(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('public.stadtgraph', fold_marks(given))`,
  // Every word of the question somewhere in the text, also inside a longer word.
  `CREATE FUNCTION contains_words(folded text, asked text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT bool_and(folded LIKE '%' || word || '%') FROM regexp_split_to_table(asked, '[^[:alnum:]]+') AS word
      WHERE length(word) >= 3)`,
  // Its longest word as a pattern: what the index of parts looks for first.
  `CREATE FUNCTION longest_word(asked text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT '%' || word || '%' FROM regexp_split_to_table(asked, '[^[:alnum:]]+') AS word
      WHERE length(word) >= 3 ORDER BY length(word) DESC, word LIMIT 1)`,
  `CREATE TABLE search_document (
    node_id uuid PRIMARY KEY REFERENCES node (id) ON DELETE CASCADE, kind text NOT NULL,
    title text NOT NULL, body text NOT NULL, folded_title text NOT NULL, folded text NOT NULL, document tsvector NOT NULL)`,
  `CREATE INDEX search_document_words ON search_document USING gin (document)`,
  `CREATE INDEX search_document_parts ON search_document USING gin (folded gin_trgm_ops)`,
  `CREATE INDEX search_document_titles ON search_document USING gin (folded_title gin_trgm_ops)`,
  `CREATE FUNCTION document_node() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      fields jsonb := to_jsonb(NEW);
      title text := COALESCE((SELECT string_agg(fields->>c, ' ') FROM unnest(TG_ARGV[1]::text[]) AS c), '');
      body text := COALESCE((SELECT string_agg(fields->>c, ' ') FROM unnest(TG_ARGV[2]::text[]) AS c), '');
    BEGIN
      INSERT INTO search_document VALUES (NEW.id, TG_ARGV[0], title, body, fold_marks(title), fold_marks(title || ' ' || body),
        setweight(search_vector(title), 'A') || setweight(search_vector(body), 'C'))
      ON CONFLICT (node_id) DO UPDATE SET title = excluded.title, body = excluded.body, folded_title = excluded.folded_title,
        folded = excluded.folded, document = excluded.document;
      RETURN NULL;
    END $$`,
  `CREATE FUNCTION search_kind(kind_table regclass, kind text, titles text[], bodies text[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE TRIGGER document_node AFTER INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION document_node(%L, %L, %L)',
        kind_table, kind, titles, bodies);
      EXECUTE format('UPDATE %s SET key = key', kind_table);
    END $$`,
];
