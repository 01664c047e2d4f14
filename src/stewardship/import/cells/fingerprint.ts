import { createHash } from "node:crypto";
import type { CellReader } from "../mapping.js";

/** Eight hexadecimal digits that tell texts apart inside a key. */
export const fingerprintOf = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 8);

/** The fingerprint of some cells, taken together. */
export const fingerprint = (...columns: readonly string[]): CellReader => ({
  columns,
  read: (row) => fingerprintOf(columns.map((column) => row.cell(column) ?? "").join("")),
});
