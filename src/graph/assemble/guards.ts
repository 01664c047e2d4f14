import type { Graph } from "../model.js";

/** A trigger that a kind's table needs, and the statement that makes it. */
export interface Guard {
  readonly table: string;
  readonly trigger: string;
  readonly statement: string;
}

/** The triggers that the declarations call for: the register of nodes, counted versions, no circles. */
export function guardsOf(graph: Graph): Guard[] {
  return graph.kinds.flatMap(({ name, table, acyclic }) => {
    const watch = `SELECT watch_kind('"${table}"', '${name}')`;
    const circles = acyclic.map(({ from, to, where = "true" }) => ({
      table,
      trigger: `no_circle_${to}`,
      statement: `SELECT forbid_circle('"${table}"', '${from}', '${to}', '${where.replaceAll("'", "''")}')`,
    }));
    return [{ table, trigger: "register_node", statement: watch }, ...circles];
  });
}
