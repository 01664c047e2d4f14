import type { GraphQLResolveInfo } from "graphql";
import sql, { type Sql } from "sql-template-tag";
import type { Kind } from "../model.js";
import { literal, type PageInput, pageOf } from "../sql/page/page.js";
import { from, rowOf } from "../sql/row.js";
import { Connection } from "./connection.js";
import { type GraphContext, readingIn } from "./context.js";
import type { Compute } from "./figures.js";
import { asNode, columnsFor, type NodeRecord } from "./record.js";
import { connectionFields } from "./selection.js";

/** Runs a statement and gives its rows as nodes of a kind. */
export async function nodesOf(kind: Kind, statement: Sql, context: GraphContext): Promise<NodeRecord[]> {
  const rows = await context.database.query<object>({ text: statement.text, values: statement.values });
  return rows.map((row) => asNode(kind, row));
}

/** The nodes of a kind among these UUIDs, in no order, with the fields that are asked for. */
export function nodesById(kind: Kind, ids: readonly string[], fields: readonly string[], context: GraphContext) {
  const row = rowOf(kind, readingIn(context));
  const columns = columnsFor(fields, row);
  return nodesOf(
    kind,
    sql`SELECT ${columns} FROM ${from(row)} WHERE ${row.column("id")} = ANY(${ids}::uuid[])`,
    context,
  );
}

/** The node of a kind with this key, if the viewer can see one. */
export async function nodeByKey(kind: Kind, key: string, fields: readonly string[], context: GraphContext) {
  const row = rowOf(kind, readingIn(context));
  const columns = columnsFor(fields, row);
  const [node] = await nodesOf(
    kind,
    sql`SELECT ${columns} FROM ${from(row)} WHERE ${row.column("key")} = ${key}`,
    context,
  );
  return node;
}

/** A list of all nodes of a kind. */
export function listOf(kind: Kind, input: PageInput, info: GraphQLResolveInfo, context: GraphContext): Connection {
  const row = rowOf(kind, readingIn(context));
  const page = pageOf(input, row);
  const { fields, cursors } = connectionFields(info);
  const columns = columnsFor(fields, row);
  const cursor = cursors ? sql`, ${page.cursor} AS "@cursor"` : sql``;
  const statement = sql`SELECT ${columns}${cursor} FROM ${from(row)} WHERE ${page.condition} ${page.order} LIMIT ${literal(page.size + 1)}`;
  const fetch = () => nodesOf(kind, statement, context);
  const asked = new Map<string, Promise<readonly Record<string, unknown>[]>>();
  const compute: Compute = (question, { columns, joins, tail }) => {
    const computed = sql`SELECT ${columns} FROM ${from(row)}${joins} WHERE ${page.filter} ${tail}`;
    const rows = asked.get(question) ?? context.database.query({ text: computed.text, values: computed.values });
    asked.set(question, rows); // every group asks the same question and picks its own row
    return rows;
  };
  return new Connection(row, page, fetch, compute);
}
