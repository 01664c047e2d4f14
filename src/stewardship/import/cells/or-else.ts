import type { Cell, CellReader } from "../mapping.js";
import { readerOf } from "./column.js";

/** What a cell says, or a constant where it is empty. */
export function orElse(cell: Cell, text: string): CellReader {
  const { columns, read } = readerOf(cell);
  return { columns, read: (row, graph) => read(row, graph) ?? text };
}
