import type { Graph } from "../../../graph/model.js";
import type { Cell } from "../mapping.js";
import type { Row } from "../read/row.js";
import { readerOf } from "./column.js";

/** What a cell says as text; null when it is empty. Throws when the cell is read as something else than text. */
export function textIn(cell: Cell, row: Row, graph: Graph): string | null {
  const value = readerOf(cell).read(row, graph);
  if (value !== null && typeof value !== "string")
    throw new Error(`A text was expected of ${readerOf(cell).columns.join(", ")}`);
  return value;
}
