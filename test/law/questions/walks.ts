import fc from "fast-check";
import type { Graph } from "../../../src/graph/model.js";
import { filterFor } from "./filters.js";
import { orders } from "./kinds.js";

/** A way through a whole list, page by page. */
export interface Walk {
  readonly list: string;
  /** Takes `$first`, `$after`, `$last` and `$before`. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Pages that it takes, about. */
  readonly pages: number;
}

/** Random walks through the lists of a graph, in random orders, some of them filtered. */
export const walks = (graph: Graph): fc.Arbitrary<Walk> =>
  fc.constantFrom(...graph.kinds).chain((kind) =>
    fc
      .record({
        where: fc.option(filterFor(kind, 1), { freq: 3 }),
        orderBy: orders(kind),
        pages: fc.integer({ min: 1, max: 6 }),
      })
      .map(({ pages, ...variables }) => ({
        list: kind.plural,
        pages,
        variables: JSON.parse(JSON.stringify(variables)) as Walk["variables"],
        query: `query ($where: ${kind.name}Filter, $orderBy: [${kind.name}Order!], $first: Int, $after: String, $last: Int, $before: String) {
          ${kind.plural}(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
            totalCount nodes { key } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      })),
  );
