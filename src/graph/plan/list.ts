import type { GraphQLObjectType } from "graphql";
import sql, { type Sql, join, raw } from "sql-template-tag";
import type { Row } from "../model.js";
import { literal, type Page, type PageInput, pageOf } from "../sql/page/page.js";
import { from } from "../sql/row.js";
import { type Asked, type Asking, below, objectTypeOf, Unplannable } from "./asking.js";
import { aggregate, groups } from "./figures.js";
import { named, object, typename } from "./json.js";

/** What a list is over: the rows that belong to its owner, the arguments, and how a node becomes columns. */
interface ListOf {
  readonly row: Row;
  readonly belongs: Sql;
  readonly input: PageInput;
  readonly nodeColumns: (asking: Asking, field: Asked, row: Row) => Sql;
}

/** A list while it is being planned. */
interface List extends ListOf {
  readonly asking: Asking;
  readonly page: Page;
  /** One JSON value per row for every `nodes` or `edges` in the question. */
  readonly cells: Sql[];
}

/** A connection over the rows that belong to its owner, as one JSON object. */
export function connection(asking: Asking, field: Asked, of: ListOf): Sql {
  const list: List = { ...of, asking, page: pageOf(of.input, of.row), cells: [] };
  const type = objectTypeOf(field);
  const asked = below(asking, field, type);
  if (isPlain(asked, list.page)) return plainConnection(list, asked, type);
  const columns = named(asked.map((each) => [each.key, paged(list, each, type)]));
  return sql`(SELECT row_to_json("@") FROM (SELECT ${columns} FROM ${pageOfRows(list)} AS page) AS "@")`;
}

/** Most questions want the nodes of the first page and perhaps their number: no row too many, no cursor, no turning round. */
const isPlain = (asked: readonly Asked[], { backward }: Page): boolean =>
  asked.every(({ name }) => name !== "edges" && name !== "pageInfo" && !(backward && name === "nodes"));

function plainConnection(list: List, asked: readonly Asked[], type: GraphQLObjectType): Sql {
  const { asking, row, belongs, page, nodeColumns } = list;
  const nodes = (field: Asked): Sql => sql`(SELECT COALESCE(json_agg("@"), '[]'::json) FROM (
    SELECT ${nodeColumns(asking, field, row)} FROM ${from(row)}
    WHERE ${belongs} AND ${page.condition} ${page.order} LIMIT ${literal(page.size)}) AS "@")`;
  return object(named(asked.map((each) => [each.key, each.name === "nodes" ? nodes(each) : paged(list, each, type)])));
}

function paged(list: List, field: Asked, type: GraphQLObjectType): Sql {
  const { asking, row, belongs, page, nodeColumns } = list;
  if (field.name === "__typename") return typename(type.name);
  if (field.name === "totalCount") return sql`(SELECT count(*) FROM ${from(row)} WHERE ${belongs} AND ${page.filter})`;
  if (field.name === "pageInfo")
    return object(named(below(asking, field, objectTypeOf(field)).map((each) => [each.key, placeOf(each, page)])));
  if (field.name === "aggregate") return aggregate(asking, field, row, sql`${belongs} AND ${page.filter}`);
  if (field.name === "groups") return groups(asking, field, row, sql`${belongs} AND ${page.filter}`, list.nodeColumns);
  if (field.name === "nodes") list.cells.push(object(nodeColumns(asking, field, row)));
  else if (field.name === "edges") list.cells.push(object(edgeColumns(list, field)));
  else throw new Unplannable(`${type.name}.${field.name}`);
  return sql`page.${raw(`c${list.cells.length - 1}`)}`;
}

function edgeColumns({ asking, row, page, nodeColumns }: List, field: Asked): Sql {
  const type = objectTypeOf(field);
  const edgeField = (each: Asked): Sql => {
    if (each.name === "__typename") return typename(type.name);
    return each.name === "cursor" ? page.cursor : object(nodeColumns(asking, each, row));
  };
  return named(below(asking, field, type).map((each) => [each.key, edgeField(each)]));
}

function placeOf({ name }: Asked, { backward, entered, cursorAt }: Page): Sql {
  const [more, other] = [sql`page.more`, raw(String(entered))];
  if (name === "hasNextPage") return backward ? other : more;
  if (name === "hasPreviousPage") return backward ? more : other;
  if (name === "__typename") return typename("PageInfo");
  const last = sql`array_length(page.places, 1)`;
  return cursorAt(sql`page.places`, (name === "startCursor") === backward ? last : sql`1`);
}

/** The page as one row: its cells as JSON arrays the right way round, whether there is more, and the places of its rows as read. */
function pageOfRows({ row, belongs, page, cells }: List): Sql {
  const size = literal(page.size);
  const inside = sql`FILTER (WHERE r.n <= ${size})`;
  const columns = cells.map((cell, index) => sql`${cell} AS ${raw(`c${index}`)}`);
  const arrays = cells.map((_, index) => {
    const cell = raw(`c${index}`);
    return sql`COALESCE(array_to_json(array_agg(r.${cell}${page.backward ? sql` ORDER BY r.n DESC` : sql``}) ${inside}), '[]'::json) AS ${cell}`;
  });
  return sql`(SELECT ${join([...arrays, sql`count(*) > ${size} AS more`, sql`array_agg(r.place ORDER BY r.n) ${inside} AS places`])}
    FROM (SELECT x.*, row_number() OVER () AS n FROM (
      SELECT ${join([...columns, sql`${page.place} AS place`])} FROM ${from(row)}
      WHERE ${belongs} AND ${page.condition} ${page.order} LIMIT ${literal(page.size + 1)}) AS x) AS r)`;
}
