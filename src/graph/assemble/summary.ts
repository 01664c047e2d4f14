import { createHash } from "node:crypto";
import type { Sql } from "sql-template-tag";
import { snakeCase } from "../declare/naming.js";
import type { Graph, LinkEnd } from "../model.js";
import { keyColumn, partsOf, SIGHTS, sumColumn, summariesOf, type Summary } from "../sql/figures/summary.js";
import { reading } from "../sql/reading.js";
import { SEEN } from "../sql/source.js";

/** What makes the database keep a summary, and what tells whether it is this one that it keeps. */
export interface SummaryStatement {
  readonly schema: string;
  /** Another one whenever the statement says something else. */
  readonly digest: string;
  readonly statement: string;
}

/** What the database needs to keep the summaries that kinds declare. */
export const summaryStatements = (graph: Graph): SummaryStatement[] =>
  graph.kinds.flatMap(summariesOf).map((summary) => {
    const { name: schema, by, sums } = summary;
    const says = [
      list([...by.values()].map(({ key }) => keyColumn(key))),
      list(sums.map((each) => sumColumn(each.name))),
      text(parts(summary, graph)),
      text(owners(summary)),
      text(JSON.stringify(watched(summary))),
    ].join(", ");
    const digest = digestOf(JSON.stringify([says, wordsOf(by)]));
    return { schema, digest, statement: `SELECT keep_summary('${schema}', '${digest}', ${says})` };
  });

/** A short name for what a statement says. */
export const digestOf = (says: string): string => createHash("sha256").update(says).digest("hex").slice(0, 16);

/** Groups are told apart by their keys as texts, so that another word for a value needs them anew. */
const wordsOf = (by: Summary["by"]): unknown[] =>
  [...by.values()].map(({ of }) => ("target" in of ? undefined : of.column.enum));

const list = (names: readonly string[]): string => `'{${names.join(",")}}'`;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** What each row contributes to the groups, for every sight. */
const parts = (summary: Summary, graph: Graph): string =>
  [...SIGHTS]
    .map(
      ([sight, viewer]) =>
        `SELECT '${sight}' AS sight, p.* FROM (${spelled(partsOf(summary, reading(graph, viewer)))}) AS p`,
    )
    .join(" UNION ALL ");

/** A statement with its values in it: those of declarations, which are words and numbers. */
function spelled({ strings, values }: Sql): string {
  return strings.reduce((before, after, index) => {
    const value = values[index - 1];
    if (typeof value !== "string" && typeof value !== "number") throw new Error(`${String(value)} in a declaration`);
    return `${before}${typeof value === "string" ? text(value) : value}${after}`;
  });
}

/** Which rows a change concerns: those noted themselves, and those that a noted far end belongs to. */
function owners({ by }: Summary): string {
  const far = linksOf(by).flatMap(([name, { stored }]) =>
    stored!.map(
      ({ table, owner, target }) =>
        `SELECT s."${owner}" FROM changed AS c JOIN public."${table}" AS s ON s."${target}" = c.id WHERE c.via = '${name}'`,
    ),
  );
  return ["SELECT c.id FROM changed AS c WHERE c.via = ''", ...far].join(" UNION ");
}

const linksOf = (by: Summary["by"]): (readonly [string, LinkEnd])[] =>
  [...by].flatMap(([name, { link }]) => (link ? [[name, link] as const] : []));

/** A table whose changes are noted: by which column, on behalf of which far end, and which columns count; none: all. */
interface Watched {
  readonly table: string;
  readonly column: string;
  readonly via: string;
  readonly columns?: readonly string[];
}

/** Who a row is and who sees it: what `source()` reads of a row that is no part of another. */
const READ = ["id", ...SEEN];

function watched({ kind, by, sums }: Summary): Watched[] {
  const own = [...by.values()].flatMap(({ key, link }) => (link ? (link.column ?? []) : snakeCase(key)));
  const columns = [...READ, ...own, ...sums.map((each) => snakeCase(each.name))];
  const links = linksOf(by).flatMap(([name, { stored, target }]): Watched[] => [
    ...stored!.map(({ table, owner }) => ({ table, column: owner, via: "" })),
    { table: target!.table, column: "id", via: name, columns: READ },
  ]);
  return [{ table: kind.table, column: "id", via: "", columns }, ...links];
}
