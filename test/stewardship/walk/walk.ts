import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One row of a CSV file; empty cells are empty texts. */
export type CsvRow = Readonly<Record<string, string>>;

/** An answer of GraphQL. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- it is walked by the paths that the tables write down
export type Found = any;

/** Says what GraphQL answers for a cell; right when it is the cell's own text. */
export type Reading = (node: Found, cell: string, row: CsvRow) => unknown;

/** Where the cells of a file are found in GraphQL: written by hand, knowing nothing of how they got there. */
export interface FileWalk {
  readonly file: string;
  /** Lists of Query, each with what to select of its nodes. */
  readonly ask: Readonly<Record<string, string>>;
  /** Whether a node is the one that the row is about. */
  readonly is: (node: Found, row: CsvRow) => boolean;
  readonly columns: Readonly<Record<string, Reading>>;
}

/** The text at a path; through lists, the texts of all entries joined by semicolons. */
export const at =
  (path: string): Reading =>
  (node) =>
    textAt(node, path.split("."));

function textAt(node: Found, path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  if (node === null || node === undefined) return undefined;
  if (Array.isArray(node)) return node.map((entry) => textAt(entry, path)).join(";");
  return name === undefined ? String(node) : textAt((node as Record<string, unknown>)[name], rest);
}

/** The word at a path, in the words of the file. */
export const word =
  (path: string, table: Readonly<Record<string, string>>): Reading =>
  (node, cell, row) =>
    at(path)(node, cell, row) === table[cell] ? cell : at(path)(node, cell, row);

/** Every entry of the cell among the texts at one of the paths, in any order; and no others. */
export const entries =
  (...paths: readonly string[]): Reading =>
  (node, cell) => {
    const texts = paths
      .flatMap((path) => (textAt(node, path.split(".")) ?? "").split(";"))
      .filter((text) => text !== "");
    return [...texts].sort().join(";") === cell.split(";").sort().join(";") ? cell : texts.join(";");
  };

/** Every address of the cell among the sources of the node; `seed` is the key of the mission's page. */
export const sources: Reading = (node: { sources: { key: string; url: string }[] }, cell) => {
  const known = node.sources.flatMap(({ key, url }) => [url, ...(key === "seed-10-jahre-iksp" ? ["seed"] : [])]);
  return cell.split(";").every((address) => known.includes(address)) ? cell : known.join(";");
};

/** Every column that the cell names among the statements of the editors, with the value of that column. */
export const inferred =
  (fields: Readonly<Record<string, string | ((row: CsvRow) => readonly [field: string, value: string])>>): Reading =>
  (node: { statements: Statement[] }, cell, row) => {
    const missing = cell.split(";").filter((column) => {
      const named = fields[column];
      const [attribute, value] = typeof named === "function" ? named(row) : [named, row[column]];
      return !node.statements.some(
        (said) => said.basis === "EDITORIAL" && said.attribute === attribute && said.value === value,
      );
    });
    return missing.length === 0 ? cell : `nothing on ${missing.join(";")}`;
  };

interface Statement {
  readonly attribute: string;
  readonly value: string;
  readonly basis: string;
}

/** What a walk met: how many filled cells, and which of them GraphQL does not give back. */
export interface Walked {
  readonly rows: number;
  readonly cells: number;
  readonly missing: readonly string[];
}

/** Walks every filled cell of a file, comparing with what the list answered. */
export function walk({ file, is, columns }: FileWalk, nodes: readonly Found[]): Walked {
  const text = readFileSync(`seeds/gera/${file}`, "utf8");
  const rows = parse(text, { columns: true, bom: true }) as unknown as CsvRow[];
  const missing: string[] = [];
  let cells = 0;
  rows.forEach((row, index) => {
    const found = nodes.filter((node) => is(node, row));
    const line = `${file}:${index + 2}`;
    if (found.length !== 1) missing.push(`${line} has ${found.length} nodes`);
    for (const [column, cell] of Object.entries(row).filter(([, filled]) => filled !== "")) {
      cells += 1;
      const answer = columns[column]?.(found[0], cell, row);
      if (answer !== cell) missing.push(`${line} ${column} ${cell} ≠ ${String(answer)}`);
    }
  });
  return { rows: rows.length, cells, missing };
}
