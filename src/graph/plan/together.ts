import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Kind, LinkEnd, Reading, Row } from "../model.js";
import { literal, type Page } from "../sql/page/page.js";
import { from, rowOf } from "../sql/row.js";
import type { Asked, Asking, Together } from "./asking.js";

/** From so many rows of a page on, the lists of all its rows are read at once. For fewer it pays little, and for a filter that lets few through it costs. */
const MANY = 100;

/** What a list of nodes below such a page is made of. */
interface Below {
  readonly link: LinkEnd;
  readonly target: Kind;
  readonly size: number;
  /** What is asked of each node, as columns. */
  readonly columns: (far: Row) => Sql;
  /** Whether these are short values of the far end itself, so that a far end too many costs next to nothing. */
  readonly short: boolean;
  /** The name that the list of nodes is to have. */
  readonly key: string;
}

/** The page of a list as a table of its own, where it is worth it; `read` yields its rows. */
export function pageTogether(row: Row, { size, stretches, backward }: Page): Together | undefined {
  if (size < MANY || backward || stretches.length > 1) return undefined;
  return { row, page: row.reading.alias(), tables: [], joins: [] };
}

/** Whether a list has nodes alone, in the default order from the first on. */
export const isWhole = (asked: readonly Asked[], input: Readonly<Record<string, unknown>>): boolean =>
  asked.length === 1 &&
  asked[0]!.name === "nodes" &&
  Object.entries(input).every(([name, value]) => name === "first" || value == null);

/** Whether the pairs of a link may be read for many owners at once. Where the far side names its owner, an index ends each list after its first nodes; read together, all of them would be. */
export const isPaired = ({ via }: LinkEnd): boolean => via === undefined;

/**
 * `{ nodes { … } }` of every row of the page: the pairs of the link are read once, cut to the first ones of each owner that are seen, and
 * every far end is rendered once, however many rows lead to it. The list is put together as text, for what it is made of is JSON already.
 */
export function nodesTogether({ reading }: Asking, { row, page, tables, joins }: Together, below: Below): Sql {
  const names = { page, pair: reading.alias(), shown: reading.alias() };
  const linked = reading.alias();
  const rendered = below.short && below.size >= LONG;
  const [found, list] = rendered ? renderedFirst(below, reading, names) : cutFirst(below, reading, names);
  tables.push(...found, sql`${linked} AS (${list})`);
  joins.push(sql`LEFT JOIN ${linked} ON ${linked}.owner = ${row.column("id")}`);
  return sql`(${raw(`'{"${below.key}":['`)} || COALESCE(${linked}.list, '') || ']}')::json`;
}

type Names = Readonly<Record<"page" | "pair" | "shown", Sql>>;

/** What is read for the lists, as tables, and the list of each owner. */
type Lists = readonly [tables: readonly Sql[], list: Sql];

/** Lists of so many nodes are seldom cut, and where they are, the estimate of the costs reckons with as many. */
const LONG = 50;

/** All far ends are rendered, which tells at once which are seen. Sorts every pair with its far end: a third cheaper where hardly anything is cut, dearer the more is. */
function renderedFirst({ link, size, ...below }: Below, reading: Reading, { page, pair, shown }: Names): Lists {
  const pairs = sql`SELECT p.owner, p.target FROM (${link.pairs(reading)}) AS p WHERE ${isOf(page)}`;
  const seen = sql`SELECT p.owner, p.target, json, ${PLACE} FROM ${pair} AS p JOIN ${shown} ON id = p.target`;
  return [
    [sql`${pair} AS MATERIALIZED (${pairs})`, shownOf(below, reading, { pair, shown })],
    sql`SELECT owner, string_agg(json, ',' ORDER BY target) AS list FROM (${seen}) AS p WHERE place <= ${literal(size)} GROUP BY owner`,
  ];
}

/** Only far ends that are shown are rendered: never more than the estimate of the costs allows for. */
function cutFirst({ link, size, ...below }: Below, reading: Reading, { page, pair, shown }: Names): Lists {
  const far = rowOf(below.target, reading);
  const seen = sql`SELECT p.owner, p.target, ${PLACE} FROM (${link.pairs(reading)}) AS p
      JOIN ${from(far)} ON ${far.column("id")} = p.target WHERE ${isOf(page)}`;
  const pairs = sql`SELECT owner, target FROM (${seen}) AS p WHERE place <= ${literal(size)}`;
  return [
    [sql`${pair} AS MATERIALIZED (${pairs})`, shownOf(below, reading, { pair, shown })],
    sql`SELECT owner, string_agg(json, ',' ORDER BY id) AS list FROM ${pair} JOIN ${shown} ON id = target GROUP BY owner`,
  ];
}

const PLACE = sql`row_number() OVER (PARTITION BY p.owner ORDER BY p.target) AS place`;

const isOf = (page: Sql): Sql => sql`p.owner = ANY(ARRAY(SELECT id FROM ${page}))`;

/** The far ends of pairs that are seen, rendered. */
function shownOf(
  { target, columns }: Pick<Below, "target" | "columns">,
  reading: Reading,
  names: Omit<Names, "page">,
): Sql {
  const far = rowOf(target, reading);
  return sql`${names.shown} AS MATERIALIZED (SELECT ${far.column("id")} AS id, row_to_json("@")::text AS json FROM ${from(far)}
      CROSS JOIN LATERAL (SELECT ${columns(far)}) AS "@" WHERE ${far.column("id")} = ANY(ARRAY(SELECT target FROM ${names.pair})))`;
}

/** A list over a page together with what is read for all its rows at once. */
export const withTogether = ({ page, tables }: Together, read: Sql, list: Sql): Sql =>
  sql`(WITH ${page} AS MATERIALIZED (${read}), ${join(tables)} ${list})`;
