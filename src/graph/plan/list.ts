import type { GraphQLObjectType } from "graphql";
import sql, { type Sql, join, raw } from "sql-template-tag";
import type { Row } from "../model.js";
import { literal, type Page, type PageInput, pageOf } from "../sql/page/page.js";
import type { Stretch } from "../sql/page/stretches.js";
import { keptNumber } from "../sql/figures/kept-number.js";
import { from } from "../sql/row.js";
import { type Asked, type Asking, below, type Listed, objectTypeOf, Unplannable } from "./asking.js";
import { aggregate, groups } from "./figures/figures.js";
import { named, object, typename } from "./json.js";
import { keptNumbers } from "./figures/numbers.js";
import { pageTogether, withTogether } from "./together.js";

/*
 * Planning a list goes on while its parts are planned: `paged` and `nodeColumns` add cells, joins and columns to it. What reads these (`cells`, `listed.joins`,
 * `read`, `readWith`) therefore comes last in each function.
 */

/** What a list is over: the rows that belong to its owner, the arguments, and how a node becomes columns. */
interface ListOf {
  readonly row: Row;
  /** Absent: all rows of the kind. */
  readonly belongs?: Sql;
  readonly input: PageInput;
  readonly nodeColumns: (asking: Asking, field: Asked, row: Row) => Sql;
}

/** A list while it is being planned. */
interface List extends ListOf {
  readonly asking: Asking & { readonly listed: Listed };
  readonly page: Page;
  /** The columns of one JSON object per row for every `nodes` or `edges` in the question. */
  readonly cells: Sql[];
}

/** A connection over the rows that belong to its owner, as one JSON object. */
export function connection(asking: Asking, field: Asked, of: ListOf): Sql {
  const listed: Listed = { row: of.row, joins: [] };
  const list: List = { ...of, asking: { ...asking, listed }, page: pageOf(of.input, of.row), cells: [] };
  const type = objectTypeOf(field);
  const asked = below(asking, field, type);
  if (isPlain(asked, list.page)) return plainConnection(list, asked, type);
  const columns = named(asked.map((each) => [each.key, paged(list, each, type)]));
  return sql`(SELECT row_to_json("@") FROM (SELECT ${columns} FROM ${pageOfRows(list, asked)} AS page) AS "@")`;
}

/** Most questions want the nodes of the first page and perhaps their number: no row too many, no cursor, no turning round. */
const isPlain = (asked: readonly Asked[], { backward }: Page): boolean =>
  asked.every(({ name }) => name !== "edges" && name !== "pageInfo") &&
  asked.filter(({ name }) => name === "nodes").length <= (backward ? 0 : 1);

function plainConnection(list: List, asked: readonly Asked[], type: GraphQLObjectType): Sql {
  const { asking, row, page, nodeColumns } = list;
  const nodes = asked.find(({ name }) => name === "nodes");
  const columns = named(
    asked.map((each) => [
      each.key,
      each === nodes ? sql`COALESCE(json_agg("@"), '[]'::json)` : paged(list, each, type),
    ]),
  );
  if (!nodes) return object(columns);
  const together = list.belongs ? undefined : pageTogether(row, page);
  const listed = together ?? asking.listed;
  const cells = nodeColumns({ ...asking, together, listed }, nodes, row);
  const over = (rows: Sql): Sql =>
    sql`SELECT row_to_json("@") FROM (SELECT ${columns} FROM (
    SELECT ${cells} FROM ${rows}) AS "@") AS "@"`;
  if (!together?.tables.length) return sql`(${over(join([rowsOf(list, page.size), ...listed.joins], " "))})`;
  const rows = sql`${together.page} AS ${row.alias} ${join(together.joins, " ")} ${page.order}`;
  // A page that is put aside is kept whole: to take its rows apart costs more than fewer columns gain.
  return withTogether(together, readWith(sql`${row.alias}.*`, list, page, page.size), over(rows));
}

const within = ({ belongs }: ListOf, condition: Sql): Sql =>
  belongs === undefined ? condition : sql`${belongs} AND ${condition}`;

/** The rows of the page under the name of the row: first they are chosen, then what is asked of them is computed for them alone. */
function rowsOf(list: List, size: number): Sql {
  const { row, belongs, page } = list;
  // The rows of one owner are few: no index is worth reading them twice.
  const [first, second] = belongs ? [page] : page.stretches;
  if (!second) return sql`(${read(list, first!, size)}) AS ${row.alias}`;
  const both = sql`(${read(list, first!, size)}) UNION ALL (${read(list, second, size)})`;
  return sql`(${both} LIMIT ${literal(size)}) AS ${row.alias}`;
}

/**
 * Some of the rows, with the columns that have been named by now, for PostgreSQL would carry all others along, if only as NULLs. To be called
 * last: what is named later is not there.
 */
const read = (list: List, stretch: Stretch, size: number): Sql =>
  readWith(join([...list.row.columns].map(list.row.column)), list, stretch, size);

const readWith = (
  columns: Sql,
  list: List,
  { condition, order }: Stretch,
  size: number,
): Sql => sql`SELECT ${columns} FROM ${from(list.row)}
    WHERE ${within(list, condition)} ${order} LIMIT ${literal(size)}`;

function paged(list: List, field: Asked, type: GraphQLObjectType): Sql {
  const { asking, row, page, nodeColumns, cells } = list;
  const all = within(list, page.filter);
  if (field.name === "__typename") return typename(type.name);
  if (field.name === "totalCount") return totalCount(list, all);
  if (field.name === "pageInfo")
    return object(named(below(asking, field, objectTypeOf(field)).map((each) => [each.key, placeOf(each, page)])));
  if (field.name === "aggregate") return keptAggregate(list, field) ?? aggregate(asking, field, row, all);
  if (field.name === "groups") return groups(asking, field, { row, where: all, scoped: isScoped(list), nodeColumns });
  if (field.name === "nodes") cells.push(nodeColumns(asking, field, row));
  else if (field.name === "edges") cells.push(edgeColumns(list, field));
  else throw new Unplannable(`${type.name}.${field.name}`);
  const shown = sql`page.${raw(`c${cells.length - 1}`)}[1:${literal(page.size)}]`;
  return sql`COALESCE(array_to_json(${page.backward ? sql`array_reverse(${shown})` : shown}), '[]'::json)`;
}

/** How many rows there are on all pages: from what the database keeps, where that holds it, else counted. */
const totalCount = ({ row, belongs, input }: List, all: Sql): Sql =>
  (belongs ? undefined : keptNumber(row, input.where)) ?? sql`(SELECT count(*) FROM ${from(row)} WHERE ${all})`;

const keptAggregate = ({ asking, row, belongs, input }: List, field: Asked): Sql | undefined =>
  belongs ? undefined : keptNumbers(asking, field, row, input.where);

/** Whether the rows are those of one owner or pass a filter, and so are few among all. */
const isScoped = ({ belongs, input }: ListOf): boolean => belongs !== undefined || input.where != null;

function edgeColumns({ asking, row, page, nodeColumns }: List, field: Asked): Sql {
  const type = objectTypeOf(field);
  const edgeField = (each: Asked): Sql => {
    if (each.name === "__typename") return typename(type.name);
    return each.name === "cursor" ? page.cursor : object(nodeColumns(asking, each, row));
  };
  return named(below(asking, field, type).map((each) => [each.key, edgeField(each)]));
}

function placeOf({ name }: Asked, { backward, entered, size, keys, cursorOf }: Page): Sql {
  const [more, other] = [sql`page.read > ${literal(size)}`, raw(String(entered))];
  if (name === "hasNextPage") return backward ? other : more;
  if (name === "hasPreviousPage") return backward ? more : other;
  if (name === "__typename") return typename("PageInfo");
  const last = sql`LEAST(page.read, ${literal(size)})`;
  const place = (name === "startCursor") === backward ? last : sql`1`;
  return sql`CASE WHEN ${last} > 0 THEN ${cursorOf(keys.map((_, index) => sql`page.${keyName(index)}[${place}]`))} END`;
}

const keyName = (index: number): Sql => raw(`k${index}`);

/** The page as one row, and one row more than it holds: its cells in the order of reading, how many were read, and their keys, of which only those at its ends become cursors. */
function pageOfRows(list: List, asked: readonly Asked[]): Sql {
  const { asking, row, page, cells } = list;
  const placed = asked.some(({ name }) => name === "pageInfo");
  // A row beside the row, of which PostgreSQL makes an expression; a sub-select would be run for each of them.
  const made = cells.map((columns) => ({ columns, name: row.reading.alias() }));
  const arrays = made.map(({ name }, index) => sql`array_agg(row_to_json(${name})) AS ${raw(`c${index}`)}`);
  const keys = page.keys.map((key, index) => sql`array_agg(${key}) AS ${keyName(index)}`);
  if (placed) arrays.push(sql`count(*) AS read`, ...keys);
  const beside = made.map(({ columns, name }) => sql`CROSS JOIN LATERAL (SELECT ${columns}) AS ${name}`);
  const rows = rowsOf(list, placed ? page.size + 1 : page.size);
  return sql`(SELECT ${join(arrays)} FROM ${join([rows, ...asking.listed.joins, ...beside], " ")})`;
}
