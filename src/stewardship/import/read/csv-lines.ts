import { type CsvError, parse } from "csv-parse/sync";
import type { Reason } from "../problem.js";
import { broken } from "../reasons.js";

/** The cells of one row and the line on which it begins. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What could be read of a CSV text, and where and why reading stopped, if it did. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly stopped?: { readonly line: number; readonly index: number; readonly reason: Reason };
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly bytes: number };
}

/** Splits CSV (RFC 4180, commas) into cells; lines that are empty or hold only empty cells are skipped. */
export function linesOf(text: string): Lines {
  const position = positionsIn(text);
  const lines: Line[] = [];
  const keep = ({ record, info }: Parsed) => {
    const line = position.pass(info.bytes);
    if (record.some((cell) => cell.trim() !== "")) lines.push({ line, cells: record });
    return null;
  };
  try {
    parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, on_record: keep as never });
    return { lines };
  } catch (error) {
    const { code, index } = error as CsvError & { index?: number };
    return { lines, stopped: { line: position.next(), index: index ?? 0, reason: reasonOf(code) } };
  }
}

/** Counts lines along the text: the parser itself counts line breaks inside quotes twice. */
function positionsIn(text: string) {
  const bytes = Buffer.from(text);
  let offset = 0;
  let line = 1;
  const forward = (end: number) => {
    for (; offset < end; offset++) if (bytes[offset] === 10) line++;
  };
  const next = (): number => {
    while (bytes[offset] === 10 || bytes[offset] === 13) forward(offset + 1);
    return line;
  };
  /** Goes on to the end of a row and gives the line on which it began. */
  const pass = (end: number): number => {
    const start = next();
    forward(end);
    return start;
  };
  return { next, pass };
}

function reasonOf(code: string): Reason {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return broken("A quote is opened here and never closed.", "Hier beginnt ein Anführungszeichen, das nicht endet.");
  return broken(
    "A quote stands in the middle of a cell; write it twice and put the cell in quotes.",
    "Mitten in der Zelle steht ein Anführungszeichen; verdoppeln Sie es und setzen Sie die Zelle in Anführungszeichen.",
  );
}
