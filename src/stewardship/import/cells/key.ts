import type { Cell, CellReader } from "../mapping.js";
import { CellProblem } from "../problem.js";
import { missingValue } from "../reasons.js";
import { readerOf } from "./column.js";
import { fingerprintOf } from "./fingerprint.js";
import { textIn } from "./text-in.js";

/** As long as a key may be. */
const LONGEST = 200;

/** Parts as one key, joined by two hyphens; one that would be too long ends with a fingerprint of the whole. */
export function joinedKey(parts: readonly string[]): string {
  const whole = parts.join("--");
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 10)}--${fingerprintOf(whole)}`;
}

/** A key made of cells, each of which must say something. */
export function keyOf(...cells: readonly Cell[]): CellReader {
  const columns = cells.flatMap((cell) => readerOf(cell).columns);
  const read: CellReader["read"] = (row, graph) =>
    joinedKey(
      cells.map((cell) => {
        const column = readerOf(cell).columns[0];
        const text = textIn(cell, row, graph);
        if (text === null) throw new CellProblem(column, missingValue(column ?? "key"));
        return text;
      }),
    );
  return { columns, read };
}
