import fc from "fast-check";
import type { Graph, Kind } from "../../../src/graph/model.js";
import { searchedKinds } from "../../../src/graph/search/search.sql.js";
import { type Field, leaf, parent, some } from "./field.js";
import { connection, largePage, ofKind } from "./kinds.js";

/** A node that is there. */
export interface Known {
  readonly id: string;
  readonly key: string;
}

/** Nodes that are there, of every kind. */
export type Knowledge = ReadonlyMap<string, readonly Known[]>;

/** One or two random root fields of a graph. */
export function roots(graph: Graph, known: Knowledge): fc.Arbitrary<readonly Field[]> {
  const named = graph.kinds.flatMap((kind) => ofName(kind, known.get(kind.name) ?? []));
  const root = fc.oneof(
    { weight: 8, arbitrary: fc.oneof(...graph.kinds.map((kind) => connection(kind.plural, kind, 3))) },
    { weight: 2, arbitrary: fc.oneof(...graph.kinds.map(largePage)) },
    { weight: 4, arbitrary: fc.oneof(...named) },
    { weight: 2, arbitrary: search(graph) },
    { weight: 1, arbitrary: ofIds(graph, known) },
    { weight: 1, arbitrary: leaf("__typename") },
  );
  return fc.array(root, { minLength: 1, maxLength: 2 });
}

/** `measure(key: …)` and `measure(id: …)`. */
function ofName(kind: Kind, known: readonly Known[]): fc.Arbitrary<Field>[] {
  if (known.length === 0) return [];
  const names = fc.constantFrom(...known.flatMap(({ id, key }) => [{ id }, { key }]));
  return [fc.tuple(parent(kind.one, kind.name, ofKind(kind, 3)), names).map(([made, args]) => ({ ...made, args }))];
}

const COMMON = ["__typename", "key", "label", "id", "publication", "createdAt"].map(leaf);

/** `node` and `nodes` by id; among many there may be one that is not there. */
function ofIds(graph: Graph, known: Knowledge): fc.Arbitrary<Field> {
  const ids = [...known.values()].flat().map(({ id }) => id);
  const gone = `${graph.kinds[0]!.prefix}_0199aaaa-0000-7000-8000-000000000000`;
  const one = fc.tuple(parent("node", "Node", some(COMMON, 3)), fc.constantFrom(...ids));
  const many = fc.tuple(
    parent("nodes", "Node", some(COMMON, 3)),
    fc.array(fc.constantFrom(gone, ...ids), { maxLength: 4 }),
  );
  return fc.oneof(
    one.map(([made, id]) => ({ ...made, args: { id } })),
    many.map(([made, given]) => ({ ...made, args: { ids: given } })),
  );
}

const TEXTS = ["Lusan", "Straße", "strasse ubermass", "und der", "x", "Sozialplan -Gera", "Zitat", "a"];

/** A search among a few kinds, with what is common to all nodes. */
function search(graph: Graph): fc.Arbitrary<Field> {
  const names = searchedKinds({ graph }).map(({ name }) => name);
  const among = fc.option(fc.subarray(names, { minLength: 1, maxLength: 3 }), { nil: undefined });
  const node = parent("node", "Node", some(COMMON, 3));
  const hits = parent("hits", "SearchHit", some([...["score", "snippet", "__typename"].map(leaf), node], 4));
  const below = some([hits, parent("nodes", "Node", some(COMMON, 3)), leaf("totalCount"), leaf("__typename")], 3);
  return fc
    .tuple(parent("search", "SearchResult", below), fc.constantFrom(...TEXTS), among)
    .map(([made, text, kinds]) => ({ ...made, args: { text, ...(kinds && { kinds }) } }));
}
