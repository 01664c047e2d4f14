import type { Cell, CellReader } from "../mapping.js";
import { readerOf } from "./column.js";
import { textIn } from "./text-in.js";

const MARKS = /\p{M}/gu;

/** A text as a key: ASCII, lower case, words joined by hyphens; umlauts as ae, oe, ue, ss. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A cell made into a key. */
export function slugged(cell: Cell): CellReader {
  const read: CellReader["read"] = (row, graph) => {
    const text = textIn(cell, row, graph);
    return text === null ? null : slugOf(text);
  };
  return { columns: readerOf(cell).columns, read };
}
