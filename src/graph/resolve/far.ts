import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import sql, { type Sql } from "sql-template-tag";
import type { Kind, LinkEnd, Row } from "../model.js";
import { PAGE_CEILING } from "../sql/limits.js";
import { literal, type PageInput, pageOf } from "../sql/page/page.js";
import { from, rowOf } from "../sql/row.js";
import { Connection } from "./connection.js";
import { type GraphContext, readingIn } from "./context.js";
import type { Compute } from "./figures.js";
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

/** What is read at the far end: which columns, and everything behind the condition that the row belongs to its owner. */
interface Asked {
  readonly selected: Sql;
  readonly tail: Sql;
}

/** Rows of the far end for each of many owners at once, in order, each with its owner. */
async function farOf(
  link: LinkEnd,
  row: Row,
  owners: readonly string[],
  { selected, tail }: Asked,
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
  if (!link.column) return farNodes(link, near, info, context, 1).then((nodes) => nodes[0] ?? null);
  return nodeOf(target, near[foreignKey(link.column)] as string | null, info, context);
}

/** The node of a kind with this UUID, if there is one to see; null for null. */
export function nodeOf(target: Kind, id: string | null, info: GraphQLResolveInfo, context: GraphContext) {
  const fields = nodeFields(info, target);
  if (id === null) return null;
  const batch: Batch<NodeRecord> = async (ids) => {
    const found = new Map((await nodesById(target, ids, fields, context)).map((node) => [node["@id"], node]));
    return ids.map((each) => found.get(each) ?? null);
  };
  return loader(context, `${target.name} ${JSON.stringify(fields)}`, batch).load(id);
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
    const row = rowOf(link.target!, readingIn(context), { known: link.via, few: true });
    const id = row.column("id");
    const selected = sql`${columnsFor(fields, row)}, ${id} AS "@place"`;
    const tail = sql`TRUE ORDER BY ${id} LIMIT ${literal(most)}`;
    const groups = await farOf(link, row, owners, { selected, tail }, context);
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
  const row = rowOf(link.target!, readingIn(context), { known: link.via, few: true });
  const page = pageOf(input, row);
  const rows: Batch<NodeRecord[]> = async (owners) => {
    const cursor = cursors ? sql`, ${page.cursor} AS "@cursor"` : sql``;
    const selected = sql`${columnsFor(fields, row)}${cursor}, row_number() OVER (${page.order}) AS "@place"`;
    const tail = sql`${page.condition} ${page.order} LIMIT ${literal(page.size + 1)}`;
    const groups = await farOf(link, row, owners, { selected, tail }, context);
    return owners.map((owner) => groups.get(owner) ?? []);
  };
  const compute: Compute = async (asked, { columns, joins, tail }) => {
    const batch: Batch<Record<string, unknown>[]> = async (owners) => {
      const statement = sql`SELECT owner.id::text AS "@owner", far.* FROM unnest(${owners}::uuid[]) AS owner(id)
        CROSS JOIN LATERAL (SELECT ${columns} FROM ${from(row)}${joins} WHERE ${link.belongs(sql`owner.id`, row)} AND ${page.filter} ${tail}) AS far`;
      const rows = await context.database.query<Record<string, unknown>>({
        text: statement.text,
        values: statement.values,
      });
      return owners.map((owner) => rows.filter((each) => each["@owner"] === owner));
    };
    return (await loader(context, `compute ${asked} ${question}`, batch).load(near["@id"])) ?? [];
  };
  const owner = near["@id"];
  const fetch = async () => (await loader(context, `rows ${question}`, rows).load(owner)) ?? [];
  return new Connection(row, page, fetch, compute);
}
