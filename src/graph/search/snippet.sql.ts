import sql, { type Sql } from "sql-template-tag";

/** Characters of a text that are shown where a part of a word was found, and of them those before it. */
const [SHOWN, BEFORE] = [sql`240`, sql`60`];

/**
 * The text around what was found, safe for HTML, the words in `<mark>`. PostgreSQL marks words whose stems are asked for; where there are none, the words
 * are marked that a word of the question is a part of. What is only spelled nearly so is not marked.
 */
export function snippet(document: Sql, question: Sql): Sql {
  const text = sql`replace(replace(replace(${document}.title || ' ' || ${document}.body, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
  const stems = sql`ts_headline('public.stadtgraph', text, ${question}.words, 'StartSel=<mark>, StopSel=</mark>, MaxWords=30, MinWords=12')`;
  const place = sql`SELECT regexp_instr(text, ${question}.pattern, 1, 1, 0, 'i') AS place OFFSET 0`;
  const part = sql`SELECT CASE WHEN place > 0 THEN ${aroundPart(question)} ELSE stems END FROM (${place}) AS p`;
  return sql`(SELECT CASE WHEN strpos(stems, '<mark>') > 0 THEN stems ELSE (${part}) END
    FROM (SELECT text, ${stems} AS stems FROM (SELECT ${text} AS text OFFSET 0) AS t OFFSET 0) AS t)`;
}

/** Whole words around the first place, as far as they are shown at all. */
function aroundPart(question: Sql): Sql {
  const cut = sql`substr(text, GREATEST(place - ${BEFORE}, 1), ${SHOWN})`;
  const begun = sql`CASE WHEN place > ${BEFORE} + 1 THEN regexp_replace(${cut}, '^\\S*\\s', '') ELSE ${cut} END`;
  const isCut = sql`length(text) > GREATEST(place - ${BEFORE}, 1) + ${SHOWN}`;
  const whole = sql`CASE WHEN ${isCut} THEN regexp_replace(${begun}, '\\s\\S*$', '') ELSE ${begun} END`;
  // A word behind & is the name of a sign.
  return sql`regexp_replace(${whole}, '(?<!&)([[:alnum:]]*(?:' || ${question}.pattern || ')[[:alnum:]]*)', '<mark>\\1</mark>', 'gi')`;
}

/** The words of a question, given in several spellings, as a regular expression in which each letter stands for itself with any mark as well; null where there are none. */
export const pattern = (spellings: Sql): Sql => sql`(SELECT string_agg(
  replace(replace(replace(replace(replace(word, 'ss', '(?:ss|ß)'), 'a', '[aäáàâ]'), 'o', '[oöóòô]'), 'u', '[uüúùû]'), 'e', '[eéèê]'), '|')
  FROM regexp_split_to_table(concat_ws(' ', ${spellings}), '[^[:alnum:]]+') AS word WHERE length(word) >= 3)`;
