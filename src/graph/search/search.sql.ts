import sql, { join, raw, type Sql } from "sql-template-tag";
import { BadUserInput, LimitExceeded } from "../../platform/errors.js";
import type { Attribute, Kind, Reading } from "../model.js";
import { isReadable } from "../sql/expression.js";
import { SEARCH_LENGTH, SEARCH_PAGE } from "../sql/limits.js";
import { from, rowOf } from "../sql/row.js";
import { pattern, snippet } from "./snippet.sql.js";
import { converted } from "../sql/slot.js";

/** What is searched for, as a client writes it. */
export interface SearchInput {
  readonly text: unknown;
  readonly kinds?: readonly string[] | null;
  readonly first?: number | null;
}

/** A search in SQL: the documents that match, and those of its first page in order. */
export interface Search {
  readonly kinds: readonly Kind[];
  /** Columns `node_id`, `kind`, `score`, `snippet`, best first. */
  readonly hits: Sql;
  readonly count: Sql;
}

const isSearched = (each: Attribute): boolean => each.shape === "value" && each.type.searched && !each.derive;

/** Kinds that a search finds. */
export const searchedKinds = ({ graph }: Pick<Reading, "graph">): Kind[] =>
  graph.kinds.filter(({ searchable, attributes }) => searchable && [...attributes.values()].some(isSearched));

/** Reads the arguments of a search. Throws BadUserInput for a text or a number that cannot be meant, LimitExceeded for a text that is too long. */
export function searchOf({ text, kinds, first }: SearchInput, reading: Reading): Search {
  const among = searchedKinds(reading)
    .filter(({ name }) => kinds?.includes(name) ?? true)
    .filter(({ attributes }) =>
      [...attributes.values()].every((each) => !isSearched(each) || isReadable(each, reading)),
    );
  const asked = sql`${converted<string>(text, checked)}::text`;
  reading.touch("search_document");
  const document = reading.alias();
  const question = reading.alias();
  // OFFSET 0: the question is taken apart once, not again for every document.
  const matching = sql`FROM search_document AS ${document}, (${takenApart(asked)} OFFSET 0) AS ${question}
    WHERE ${visible(document, among, reading)} AND numnode(${question}.words) > 0
      AND ${document}.node_id = ANY(ARRAY(${candidates(question)}))`;
  return {
    kinds: among,
    hits: sql`SELECT ${document}.node_id, ${document}.kind, ${score(document, question)} AS score, ${snippet(document, question)} AS snippet
      ${matching} ORDER BY score DESC, ${document}.node_id LIMIT ${raw(String(sizeOf(first)))}`,
    count: sql`SELECT count(*) ${matching}`,
  };
}

/**
 * A question as stems, and as its words without marks: as they are written and, where that is something else, with ae, oe and ue taken for umlauts
 * (Foerderung is Förderung, whose mark is gone in what is searched); of both the longest word as well. `marked` is the question with its marks, where it has any.
 */
function takenApart(asked: Sql): Sql {
  const spelled = sql`SELECT lower(${asked}) AS written, fold_marks(${asked}) AS folded, regexp_replace(fold_marks(${asked}), '([aou])e', '\\1', 'g') AS umlauts OFFSET 0`;
  return sql`SELECT search_query(${asked}) AS words, folded, NULLIF(written, folded) AS marked, longest_word(folded) AS part, NULLIF(umlauts, folded) AS umlauts,
      longest_word(NULLIF(umlauts, folded)) AS umlauts_part, ${pattern(sql`folded, umlauts`)} AS pattern FROM (${spelled}) AS q`;
}

/** A document may be found only by who may see its node. */
function visible(document: Sql, kinds: readonly Kind[], reading: Reading): Sql {
  if (kinds.length === 0) return sql`FALSE`;
  const each = kinds.map((kind) => {
    const row = rowOf(kind, reading);
    return sql`(${document}.kind = ${raw(`'${kind.name}'`)} AND EXISTS (SELECT 1 FROM ${from(row)} WHERE ${row.column("id")} = ${document}.node_id))`;
  });
  return sql`(${join(each, " OR ")})`;
}

/** Documents by stems, by parts of words, or nearly; each way has an index of its own, so each looks for itself. */
const candidates = (question: Sql): Sql => sql`
  SELECT d.node_id FROM search_document AS d WHERE d.document @@ ${question}.words
  UNION SELECT d.node_id FROM search_document AS d
    WHERE d.folded LIKE ${question}.part AND contains_words(d.folded, ${question}.folded)
  UNION SELECT d.node_id FROM search_document AS d
    WHERE d.folded LIKE ${question}.umlauts_part AND contains_words(d.folded, ${question}.umlauts)
  UNION SELECT d.node_id FROM search_document AS d WHERE ${question}.folded <% d.folded_title
  UNION SELECT d.node_id FROM search_document AS d WHERE ${question}.umlauts <% d.folded_title`;

/**
 * Stems weigh by where they stand; a title that begins with the question comes first, and the less it says beyond it, the sooner. Whoever writes marks means them:
 * Grün stands in Grünstadt, and Grundsatz does not begin with it.
 */
function score(document: Sql, question: Sql): Sql {
  const [title, written] = [sql`${document}.folded_title`, sql`lower(${document}.title)`];
  const best = (of: (spelled: Sql) => Sql): Sql =>
    sql`GREATEST(${of(sql`${question}.folded`)}, ${of(sql`${question}.umlauts`)})`;
  const begins = (end: Sql): Sql =>
    sql`starts_with(${title} || ' ', ${question}.folded || ${end}) OR starts_with(${title} || ' ', ${question}.umlauts || ${end})`;
  return sql`round((ts_rank(${document}.document, ${question}.words)
    + ${best((spelled) => sql`word_similarity(${spelled}, ${title})`)} + ${best((spelled) => sql`similarity(${spelled}, ${title})`)}
    + CASE WHEN NOT starts_with(${written}, ${question}.marked) THEN 0 WHEN ${begins(sql`' '`)} THEN 1 WHEN ${begins(sql`''`)} THEN 0.5 ELSE 0 END
    + CASE WHEN strpos(${written}, ${question}.marked) > 0 THEN 0.5 ELSE 0 END)::numeric, 4)::float8`;
}

function checked(text: string): string {
  if (text.length > SEARCH_LENGTH)
    throw new LimitExceeded(
      {
        en: `The text of a search may have ${SEARCH_LENGTH} characters.`,
        de: `Ein Suchtext darf höchstens ${SEARCH_LENGTH} Zeichen haben.`,
      },
      { attribute: "text", limit: SEARCH_LENGTH },
    );
  if (text.trim() !== "") return text;
  throw new BadUserInput(
    { en: "A search needs a text to look for.", de: "Eine Suche braucht einen Text, nach dem gesucht wird." },
    { attribute: "text" },
  );
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? SEARCH_PAGE.preset;
  if (size >= 0 && size <= SEARCH_PAGE.ceiling) return size;
  throw new BadUserInput(
    {
      en: `"first" must lie between 0 and ${SEARCH_PAGE.ceiling}.`,
      de: `„first“ muss zwischen 0 und ${SEARCH_PAGE.ceiling} liegen.`,
    },
    { attribute: "first", limit: SEARCH_PAGE.ceiling },
  );
}
