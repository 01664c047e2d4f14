import { everythingOn } from "../declare/collected.js";
import { pairTable } from "../declare/store.js";
import type { Graph, Kind } from "../model.js";

/** A trigger that a table needs, and the statement that makes it. */
export interface Guard {
  readonly table: string;
  readonly trigger: string;
  readonly statement: string;
}

/** The triggers that the declarations call for: the register of nodes, counted versions of rows and tables, no circles. */
export function guardsOf(graph: Graph): Guard[] {
  return [...graph.kinds.flatMap(ofKind), ...tablesOf(graph).map(versionOf)];
}

function ofKind({ name, table, acyclic }: Kind): Guard[] {
  const watch = { table, trigger: "register_node", statement: `SELECT watch_kind('"${table}"', '${name}')` };
  const circles = acyclic.map(({ from, to, where = "true" }) => ({
    table,
    trigger: `no_circle_${to}`,
    statement: `SELECT forbid_circle('"${table}"', '${from}', '${to}', '${where.replaceAll("'", "''")}')`,
  }));
  return [watch, ...circles];
}

/** Every table that an answer can be read from. */
function tablesOf(graph: Graph): string[] {
  const pairs = graph.kinds.flatMap(({ table, target }) =>
    everythingOn(target).manyLinks.map(({ name }) => pairTable(table, name)),
  );
  return [...graph.kinds.map(({ table }) => table), ...pairs, "external_id"];
}

const versionOf = (table: string): Guard => ({
  table,
  trigger: "note_change",
  statement: `SELECT watch_version('"${table}"')`,
});
