import type { CellReader } from "../../mapping.js";
import { CellProblem } from "../../problem.js";
import { missingValue, unknownWord } from "../../reasons.js";

/** A node of any kind, by two cells: the API's name of its kind, and its key. */
export function nodeNamed(kindColumn: string, keyColumn: string): CellReader {
  const read: CellReader["read"] = (row, graph) => {
    const kind = row.cell(kindColumn);
    const key = row.cell(keyColumn);
    if (kind === null) throw new CellProblem(kindColumn, missingValue(kindColumn));
    if (key === null) throw new CellProblem(keyColumn, missingValue(keyColumn));
    const names = graph.kinds.map(({ name }) => name);
    if (!names.includes(kind)) throw new CellProblem(kindColumn, unknownWord(kind, names));
    return { kind, key };
  };
  return { columns: [kindColumn, keyColumn], read };
}
