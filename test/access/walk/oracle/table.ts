import { everythingOn } from "../../../../src/graph/declare/collected.js";
import { snakeCase } from "../../../../src/graph/declare/naming.js";
import type { FilterInput, Graph } from "../../../../src/graph/model.js";

/** What the declaration of a kind says of access. */
export interface KindRights {
  /** The least role that reads an attribute. */
  readonly readableBy: ReadonlyMap<string, string>;
  /** The columns of the wholes with which a row is hidden. */
  readonly wholes: readonly string[];
  /** The link kinds across which a link leads: rows that must be seen for it to be. */
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

/** A way across a link kind, from one of its columns to another. */
export interface Way {
  readonly via: string;
  readonly near: string;
  readonly far: string;
  readonly where: FilterInput;
}

/** Who may read what, derived from the declarations once, before anyone plants a leak in them. */
export type RightsTable = ReadonlyMap<string, KindRights>;

/** Reads the table off a graph's declarations. */
export function tableOf(graph: Graph): RightsTable {
  const ways = waysOf(graph);
  return new Map(
    graph.kinds.map(({ name, attributes, links }): [string, KindRights] => [
      name,
      {
        readableBy: new Map([...attributes.values()].map((each) => [each.name, each.readableBy ?? "PUBLIC"])),
        wholes: [...links.values()].flatMap(({ hiddenWith, column }) => (hiddenWith && column ? [column] : [])),
        ways: ways.get(name) ?? new Map<string, Way[]>(),
      },
    ]),
  );
}

function waysOf(graph: Graph): Map<string, Map<string, Way[]>> {
  const found = new Map<string, Map<string, Way[]>>();
  const put = (kind: string, fields: object | undefined, way: Way): void => {
    const ways = found.get(kind) ?? new Map<string, Way[]>();
    found.set(kind, ways);
    for (const name of Object.keys(fields ?? {})) ways.set(name, [...(ways.get(name) ?? []), way]);
  };
  for (const { name: via, target, links } of graph.kinds)
    for (const { from, to, where = {}, forward, backward, both } of everythingOn(target).shortcuts) {
      const [near, far] = [from, to].map((link) => `${snakeCase(link)}_id`) as [string, string];
      const [start, end] = [from, to].map((link) => links.get(link)!.target!.name) as [string, string];
      put(start, forward, { via, near, far, where });
      put(end, backward, { via, near: far, far: near, where });
      put(start, both, { via, near, far, where });
      put(start, both, { via, near: far, far: near, where });
    }
  return found;
}
