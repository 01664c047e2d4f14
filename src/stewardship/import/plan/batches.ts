import type { Kind } from "../../../graph/model.js";
import { fieldsOf } from "../fields.js";
import { shapeOf, type StoredRow } from "./stored-row.js";

/** So many rows go into one statement: few enough to show progress and to stay far from a statement's time limit. */
const MOST = 500;

/** Rows of a kind in runs that fill the same columns, none referring to a row of a later run. */
export function batchesOf(kind: Kind, rows: readonly StoredRow[]): StoredRow[][] {
  const batches: StoredRow[][] = [];
  let shape: string | undefined;
  for (const row of refersToItself(kind) ? targetsFirst(rows) : byShape(rows)) {
    const batch = batches.at(-1);
    if (batch && shapeOf(row) === shape && batch.length < MOST) batch.push(row);
    else batches.push([row]);
    shape = shapeOf(row);
  }
  return batches;
}

const refersToItself = (kind: Kind): boolean =>
  [...fieldsOf(kind).values()].some((field) => field.shape === "one" && field.target === kind);

const byShape = (rows: readonly StoredRow[]): StoredRow[] =>
  [...rows].sort((one, other) => (shapeOf(one) < shapeOf(other) ? -1 : Number(shapeOf(one) > shapeOf(other))));

/** Within a statement the order is free, between statements it is not: foreign keys are checked when each ends. */
function targetsFirst(rows: readonly StoredRow[]): StoredRow[] {
  const byKey = new Map(rows.map((row) => [row.record.key, row]));
  const ordered = new Set<StoredRow>();
  const begun = new Set<StoredRow>();
  const visit = (row: StoredRow): void => {
    // A circle is the database's to refuse.
    if (begun.has(row)) return;
    begun.add(row);
    for (const ends of row.record.links.values())
      for (const { kind, key } of ends) {
        const target = kind === row.record.kind ? byKey.get(key) : undefined;
        if (target) visit(target);
      }
    ordered.add(row);
  };
  for (const row of rows) visit(row);
  return [...ordered];
}
