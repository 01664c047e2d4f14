import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import sql, { type Sql } from "sql-template-tag";
import type { LinkEnd, Row } from "../model.js";
import { PAGE_CEILING } from "../sql/limits.js";
import { literal, type PageInput, pageOf } from "../sql/page.js";
import { reading } from "../sql/reading.js";
import { from, rowOf } from "../sql/row.js";
import { Connection } from "./connection.js";
import type { GraphContext } from "./context.js";
import { nodesById, nodesOf } from "./read.js";
import { columnsFor, foreignKey, type NodeRecord } from "./record.js";
import { connectionFields, nodeFields } from "./selection.js";

type Batch<T> = (owners: readonly string[]) => Promise<(T | null)[]>;

/** The loader of one question about a link: all owners that ask it in the same tick share one statement. */
function loader<T>(context: GraphContext, question: string, batch: Batch<T>): DataLoader<string, T | null> {
  const found = context.loaders.get(question) ?? new DataLoader<string, unknown>(batch);
  context.loaders.set(question, found);
  return found as DataLoader<string, T | null>;
}

const questionOf = (link: LinkEnd, about: unknown): string => `${link.from.name}.${link.name} ${JSON.stringify(about)}`;

/** Rows of the far end for each of many owners at once, in order, each with its owner. */
async function farOf(
  link: LinkEnd,
  row: Row,
  owners: readonly string[],
  selected: Sql,
  tail: Sql,
  context: GraphContext,
) {
  const target = link.target!;
  const statement = sql`SELECT owner.id::text AS "@owner", far.* FROM unnest(${owners}::uuid[]) AS owner(id)
    CROSS JOIN LATERAL (SELECT ${selected} FROM ${from(row)} WHERE ${link.belongs(sql`owner.id`, row)} AND ${tail}) AS far
    ORDER BY owner.id, far."@place"`;
  const groups = new Map<string, NodeRecord[]>();
  for (const node of await nodesOf(target, statement, context)) {
    const owner = node["@owner"] as string;
    groups.set(owner, [...(groups.get(owner) ?? []), node]);
  }
  return groups;
}

/** The one node at the far end of a link, or null. */
export function farNode(link: LinkEnd, near: NodeRecord, info: GraphQLResolveInfo, context: GraphContext) {
  const target = link.target!;
  const fields = nodeFields(info, target);
  if (!link.column) return farNodes(link, near, info, context, 1).then((nodes) => nodes[0] ?? null);
  const id = near[foreignKey(link.column)] as string | null;
  if (id === null) return null;
  const batch: Batch<NodeRecord> = async (ids) => {
    const found = new Map((await nodesById(target, ids, fields, context)).map((node) => [node["@id"], node]));
    return ids.map((each) => found.get(each) ?? null);
  };
  return loader(context, questionOf(link, fields), batch).load(id);
}

/** The short list at the far end of a link, oldest entry first. */
export async function farNodes(
  link: LinkEnd,
  near: NodeRecord,
  info: GraphQLResolveInfo,
  context: GraphContext,
  most = PAGE_CEILING,
) {
  const fields = nodeFields(info, link.target!);
  const batch: Batch<NodeRecord[]> = async (owners) => {
    const row = rowOf(link.target!, reading(context.graph, context.viewer));
    const id = row.column("id");
    const selected = sql`${columnsFor(fields, row)}, ${id} AS "@place"`;
    const groups = await farOf(link, row, owners, selected, sql`TRUE ORDER BY ${id} LIMIT ${literal(most)}`, context);
    return owners.map((owner) => groups.get(owner) ?? []);
  };
  return (await loader(context, questionOf(link, [fields, most]), batch).load(near["@id"])) ?? [];
}

/** The list at the far end of a link, paged, filtered and ordered for every owner on its own. */
export function farList(
  link: LinkEnd,
  near: NodeRecord,
  input: PageInput,
  info: GraphQLResolveInfo,
  context: GraphContext,
) {
  const { fields, cursors } = connectionFields(info);
  const question = questionOf(link, [input, [...fields].sort(), cursors]);
  const row = rowOf(link.target!, reading(context.graph, context.viewer));
  const page = pageOf(input, row);
  const rows: Batch<NodeRecord[]> = async (owners) => {
    const cursor = cursors ? sql`, ${page.cursor} AS "@cursor"` : sql``;
    const selected = sql`${columnsFor(fields, row)}${cursor}, row_number() OVER (${page.order}) AS "@place"`;
    const tail = sql`${page.condition} ${page.order} LIMIT ${literal(page.size + 1)}`;
    const groups = await farOf(link, row, owners, selected, tail, context);
    return owners.map((owner) => groups.get(owner) ?? []);
  };
  const counts: Batch<number> = async (owners) => {
    const statement = sql`SELECT owner.id::text AS id, (SELECT count(*)::integer FROM ${from(row)}
      WHERE ${link.belongs(sql`owner.id`, row)} AND ${page.filter}) AS count FROM unnest(${owners}::uuid[]) AS owner(id)`;
    const found = await context.database.query<{ id: string; count: number }>({
      text: statement.text,
      values: statement.values,
    });
    const byOwner = new Map(found.map(({ id, count }) => [id, count]));
    return owners.map((owner) => byOwner.get(owner) ?? 0);
  };
  const owner = near["@id"];
  const fetch = async () => (await loader(context, `rows ${question}`, rows).load(owner)) ?? [];
  return new Connection(page, fetch, async () => (await loader(context, `count ${question}`, counts).load(owner)) ?? 0);
}
