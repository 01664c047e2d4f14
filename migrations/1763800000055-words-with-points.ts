import type { MigrationInterface, QueryRunner } from "typeorm";

/** PostgreSQL takes Service.GEneRAtionen for the name of a computer, as a whole. Its parts are words as well, which searches and filters by words find. */
export class WordsWithPoints1763800000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const POINT = String.raw`[[:alpha:]]\.[[:alpha:]]`;

const STATEMENTS = [
  // Without their places (strip), for they would count twice in a ranking. Not STRICT, for PostgreSQL would not take the function apart then.
  `CREATE OR REPLACE FUNCTION search_vector(given text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN given ~ '${POINT}' THEN to_tsvector('public.stadtgraph', fold_marks(given))
        || strip(to_tsvector('public.stadtgraph', replace(fold_marks(given), '.', ' ')))
      ELSE to_tsvector('public.stadtgraph', fold_marks(given)) END`,
  `UPDATE search_document SET document = setweight(search_vector(title), 'A') || setweight(search_vector(body), 'C')
    WHERE title ~ '${POINT}' OR body ~ '${POINT}'`,
];
