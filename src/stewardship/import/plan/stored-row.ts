import type { ImportRecord, Target } from "../assemble/resolve.js";
import { type Field, fieldsOf, type ManyField, type StoredColumn } from "../fields.js";
import type { Json } from "../drafts/draft.js";
import type { Parts } from "../mapping.js";

/** A record as its table stores it. */
export interface StoredRow {
  readonly record: ImportRecord;
  readonly id: string;
  /** The columns that the record fills, in the order of the declarations; the others stay as they are. */
  readonly columns: readonly StoredColumn[];
  /** By column. */
  readonly cells: Readonly<Record<string, unknown>>;
  /** Far ids in ascending order, by link. */
  readonly pairs: ReadonlyMap<ManyField, readonly string[]>;
}

type IdOf = (target: Target) => string;

/** A record as a row of its table, its links as ids. */
export function storedRow(record: ImportRecord, idOf: IdOf): StoredRow {
  const columns: StoredColumn[] = [];
  const cells: Record<string, unknown> = {};
  const pairs = new Map<ManyField, readonly string[]>();
  const fill = (column: StoredColumn, cell: unknown): void => {
    columns.push(column);
    cells[column.column] = cell;
  };
  for (const field of fieldsOf(record.kind).values()) {
    const ends = record.links.get(field.name);
    const value = record.values.get(field.name);
    if (ends && field.shape === "many") pairs.set(field, ends.map(idOf).sort());
    else if (ends && field.shape === "one") fill(field, ends[0] ? idOf(ends[0]) : null);
    else if (value !== undefined) fillValue(field, value, fill);
  }
  return { record, id: idOf(record), columns, cells, pairs };
}

function fillValue(field: Field, value: Json, fill: (column: StoredColumn, cell: unknown) => void): void {
  if (field.shape === "embedded")
    for (const part of field.parts) fill(part, (value as Parts | null)?.[part.part] ?? null);
  else if (field.shape !== "many") fill(field, value);
}

/** Which columns and links a row fills: rows that fill the same go into one statement. */
export const shapeOf = ({ columns, pairs }: StoredRow): string =>
  [...columns.map(({ column }) => column), ...[...pairs.keys()].map(({ table }) => table)].join(" ");
