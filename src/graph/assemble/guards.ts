import { everythingOn } from "../declare/collected.js";
import { snakeCase } from "../declare/naming.js";
import { pairColumns, pairTable } from "../declare/store.js";
import type { Graph, Kind } from "../model.js";
import { summaryStatements } from "./summary.js";
import { tallyStatements } from "./tally.js";

/** What a table needs besides its columns: a trigger with its arguments, a policy, a summary or `granted`, and the statement that makes it. */
export interface Guard {
  readonly table: string;
  readonly name: string;
  readonly statement: string;
}

/** What the declarations call for: the register of nodes, counted versions of rows and tables, no circles, guarded writes. */
export function guardsOf(graph: Graph): Guard[] {
  const summaries = [...summaryStatements(graph), ...tallyStatements(graph)].map(({ schema, digest, statement }) => ({
    ...{ table: schema, name: `summary ${digest}`, statement },
  }));
  const kinds = graph.kinds;
  return [...kinds.flatMap(ofKind), ...tablesOf(graph).map(versionOf), ...kinds.flatMap(writesOf), ...summaries];
}

function ofKind(kind: Kind): Guard[] {
  const { name, table, acyclic } = kind;
  const statement = `SELECT watch_kind('"${table}"', '${name}')`; // makes both, whichever is missing
  const watched = [`register_node ${name}`, "count_version"].map((trigger) => ({ table, name: trigger, statement }));
  const circles = acyclic.map(({ from, to, where = "true" }) => ({
    table,
    name: `no_circle_${to} ${from} ${to} ${where}`,
    statement: `SELECT forbid_circle('"${table}"', '${from}', '${to}', '${where.replaceAll("'", "''")}')`,
  }));
  return [...watched, ...circles, ...searchOf(kind)];
}

/** The texts of a kind go into search: those of its label as title, the others as body. */
function searchOf({ name, table, label, searchable, attributes }: Kind): Guard[] {
  const texts = [...attributes.values()].filter((each) => each.shape === "value" && each.type.searched && !each.derive);
  if (!searchable || texts.length === 0) return [];
  const columns = (named: boolean): string =>
    texts.flatMap((each) => (label.includes(each.name) === named ? [snakeCase(each.name)] : [])).join(",");
  const [titles, bodies] = [`{${columns(true)}}`, `{${columns(false)}}`];
  const statement = `SELECT search_kind('"${table}"', '${name}', '${titles}', '${bodies}')`;
  return [{ table, name: `document_node ${name} ${titles} ${bodies}`, statement }];
}

/** Every table that an answer can be read from. */
function tablesOf(graph: Graph): string[] {
  const pairs = graph.kinds.flatMap(({ table, target }) =>
    everythingOn(target).manyLinks.map(({ name }) => pairTable(table, name)),
  );
  return [...graph.kinds.map(({ table }) => table), ...pairs, "external_id", "search_document"];
}

const versionOf = (table: string): Guard => ({
  table,
  name: "note_change",
  statement: `SELECT watch_version('"${table}"')`,
});

/** Who may write a row is checked row by row, and the roles of the server may touch the table at all. */
function writesOf({ table, target }: Kind): Guard[] {
  const pairs = everythingOn(target).manyLinks.map(({ name }) => {
    const pair = pairTable(table, name);
    const [own] = pairColumns(table, name);
    return [pair, `SELECT guard_pairs('"${pair}"', '"${table}"', '${own}')`] as const;
  });
  return [[table, `SELECT guard_kind('"${table}"')`] as const, ...pairs].flatMap(([each, statement]) =>
    ["may_insert", "may_update", "granted"].map((name) => ({ table: each, name, statement })),
  );
}
