import type { CellReader } from "../mapping.js";
import { CellProblem } from "../problem.js";
import { unknownWord } from "../reasons.js";

/** A word of the file's language as a word of the API; any other word cannot be read. */
export function word(column: string, table: Readonly<Record<string, string>>): CellReader {
  const read: CellReader["read"] = (row) => {
    const text = row.cell(column);
    if (text === null) return null;
    if (!Object.hasOwn(table, text)) throw new CellProblem(column, unknownWord(text, Object.keys(table)));
    return table[text]!;
  };
  return { columns: [column], read };
}
