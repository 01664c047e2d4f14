import type { CellReader } from "../../mapping.js";
import { CellProblem } from "../../problem.js";
import { unknownWord } from "../../reasons.js";

/** The name of an attribute or link of the kind that another cell names. */
export function fieldName(kindColumn: string, column: string): CellReader {
  const read: CellReader["read"] = (row, graph) => {
    const name = row.cell(column);
    const kind = graph.kinds.find((each) => each.name === row.cell(kindColumn));
    if (name === null || !kind || kind.attributes.has(name) || kind.links.has(name)) return name;
    throw new CellProblem(column, unknownWord(name, [...kind.attributes.keys(), ...kind.links.keys()]));
  };
  return { columns: [kindColumn, column], read };
}
