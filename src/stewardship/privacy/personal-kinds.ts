import type { Attribute, Graph, Kind } from "../../graph/model.js";

/** A kind whose rows are linked to people: what it says of them, and the column of the link. */
export interface Holder {
  readonly kind: Kind;
  readonly column: string;
  /** Attributes that go with the person. */
  readonly personal: readonly Attribute[];
}

/** Kinds whose rows are people. */
export const peopleOf = (graph: Graph): Kind[] => graph.kinds.filter(({ personal }) => personal);

/** Kinds whose rows are linked to people of this kind. */
export const holdersOf = (graph: Graph, person: Kind): Holder[] =>
  graph.kinds.flatMap((kind) => {
    const personal = [...kind.attributes.values()].filter((attribute) => attribute.personal);
    const columns = [...kind.links.values()].flatMap(({ target, column }) =>
      target === person && column !== undefined ? [column] : [],
    );
    return columns.map((column) => ({ kind, column, personal }));
  });

/** The tables whose rows are data on people, each with the name of its kind. */
export function personalTables(graph: Graph): ReadonlyMap<string, string> {
  const people = peopleOf(graph);
  const kinds = [...people, ...people.flatMap((person) => holdersOf(graph, person).map(({ kind }) => kind))];
  return new Map(kinds.map(({ table, name }) => [table, name]));
}
