import type { Problem } from "../problem.js";
import { broken } from "../reasons.js";
import { type Line, linesOf } from "./csv-lines.js";
import type { Row } from "./row.js";
import { textOf } from "./text-of.js";

/** A file as it was read: its columns, its rows, and what keeps it from being taken. */
export interface CsvFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Reads a CSV file with a header; a file with problems still shows the rows that are whole. */
export function readCsv(name: string, bytes: Uint8Array): CsvFile {
  const text = textOf(name, bytes);
  if (typeof text !== "string") return { name, columns: [], rows: [], problems: [text] };
  const { lines, stopped } = linesOf(text);
  const [header, ...body] = lines;
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  const problems = [...headerProblems(name, columns), ...widthProblems(name, columns, body)];
  if (stopped) {
    const column = columns[stopped.index];
    const place = { file: name, line: stopped.line, ...(column === undefined ? {} : { column }) };
    problems.push({ place, reason: stopped.reason });
  }
  const whole = body.filter(({ cells }) => cells.length === columns.length);
  return { name, columns, rows: whole.map((line) => rowOf(name, columns, line)), problems };
}

function headerProblems(file: string, columns: readonly string[]): Problem[] {
  const place = { file, line: 1 };
  if (columns.length === 0) return [{ place, reason: broken("The file is empty.", "Die Datei ist leer.") }];
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice === undefined) return [];
  const reason = broken(`The column "${twice}" stands there twice.`, `Die Spalte „${twice}“ steht zweimal da.`);
  return [{ place: { ...place, column: twice }, reason }];
}

function widthProblems(file: string, columns: readonly string[], body: readonly Line[]): Problem[] {
  return body
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ line, cells }) => {
      const en = `This row has ${cells.length} cells, the header ${columns.length}.`;
      const de = `Diese Zeile hat ${cells.length} Zellen, die Kopfzeile ${columns.length}.`;
      return { place: { file, line }, reason: broken(en, de) };
    });
}

function rowOf(file: string, columns: readonly string[], { line, cells }: Line): Row {
  const index = new Map(columns.map((column, position) => [column, position]));
  return { place: { file, line }, cell: (column) => cells[index.get(column) ?? -1]?.trim() || null };
}
