import type { GraphQLResolveInfo } from "graphql";
import DataLoader from "dataloader";
import type { Kind, LinkEnd } from "../model.js";
import type { GraphContext } from "./context.js";
import { nodesById } from "./read.js";
import { foreignKey, type NodeRecord } from "./record.js";
import { nodeFields } from "./selection.js";

interface Wanted {
  readonly kind: Kind;
  readonly id: string;
}

function idsByKind(wanted: readonly Wanted[]): Map<Kind, Set<string>> {
  const groups = new Map<Kind, Set<string>>();
  for (const { kind, id } of wanted) groups.set(kind, (groups.get(kind) ?? new Set()).add(id));
  return groups;
}

/** Nodes of several kinds by UUID, one statement per kind, in the order asked; null where there is none to see. */
export async function nodesOfKinds(wanted: readonly Wanted[], info: GraphQLResolveInfo, context: GraphContext) {
  const found = new Map<string, NodeRecord>();
  const reads = [...idsByKind(wanted)].map(async ([kind, ids]) => {
    for (const node of await nodesById(kind, [...ids], nodeFields(info, kind), context))
      found.set(`${kind.name} ${node["@id"]}`, node);
  });
  await Promise.all(reads);
  return wanted.map(({ kind, id }) => found.get(`${kind.name} ${id}`) ?? null);
}

/** The node of any kind at the far end of a link: its kind is looked up in the register of nodes. */
export async function anyNode(link: LinkEnd, near: NodeRecord, info: GraphQLResolveInfo, context: GraphContext) {
  const id = near[foreignKey(link.column!)] as string | null;
  if (id === null) return null;
  const question = `any ${link.name} ${info.parentType.name} ${pathOf(info)}`;
  const batch = async (ids: readonly string[]): Promise<(NodeRecord | null)[]> => {
    const entries = await context.database.query<{ id: string; kind: string }>({
      text: "SELECT id::text, kind FROM node WHERE id = ANY($1::uuid[])",
      values: [ids],
    });
    const kinds = new Map(entries.map((entry) => [entry.id, context.graph.kind(entry.kind)]));
    return nodesOfKinds(
      ids.map((each) => ({ id: each, kind: kinds.get(each)! })),
      info,
      context,
    );
  };
  const loader = context.loaders.get(question) ?? new DataLoader<string, unknown>(batch);
  context.loaders.set(question, loader);
  return loader.load(id) as Promise<NodeRecord | null>;
}

/** Where the field stands in the operation, without the positions in lists: the same field asked of many parents. */
function pathOf(info: GraphQLResolveInfo): string {
  const steps: string[] = [];
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev)
    if (typeof path.key === "string") steps.unshift(path.key);
  return steps.join(".");
}
