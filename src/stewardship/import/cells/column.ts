import type { Cell, CellReader } from "../mapping.js";

/** The cell of a column as it stands. */
export const column = (name: string): CellReader => ({ columns: [name], read: (row) => row.cell(name) });

/** The reader that a cell of a mapping stands for. */
export const readerOf = (cell: Cell): CellReader => (typeof cell === "string" ? column(cell) : cell);
