import type { CellReader } from "../mapping.js";

/** The same value for every row. */
export const constant = (text: string): CellReader => ({ columns: [], read: () => text });
