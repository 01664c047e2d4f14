import type { Sql } from "sql-template-tag";
import type { Kind } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import { batchesOf } from "../plan/batches.js";
import type { ChangedRow, KindPlan } from "../plan/plan.js";
import type { StoredRow } from "../plan/stored-row.js";
import { attempt } from "./attempt.js";
import { type Batch, inserting, pairing, touching, updating } from "./write.js";

/** Told how many rows have just been written. */
export type Written = (kind: Kind, rows: number) => void;

/** Writes what a plan says. Throws RowsRefused when the database refuses rows; the caller's transaction is then to be given up. */
export async function apply(database: Database, plans: readonly KindPlan[], written: Written): Promise<void> {
  for (const { kind, created, changed } of plans) {
    for (const batch of batchesOf(kind, created)) {
      await attempt(database, batch as [StoredRow], (connection, rows) =>
        run(connection, inserting(kind, rows), ...pairsOf(rows)),
      );
      written(kind, batch.length);
    }
    await change(database, kind, changed, written);
  }
}

async function change(database: Database, kind: Kind, changed: readonly ChangedRow[], written: Written): Promise<void> {
  const onlyPairs = new Set(changed.filter(isOfPairsOnly).map(({ row }) => row.id));
  const touched = (rows: Batch) => rows.map(({ id }) => id).filter((id) => onlyPairs.has(id));
  const rows = changed.map(({ row }) => row);
  for (const batch of batchesOf(kind, rows)) {
    await attempt(database, batch as [StoredRow], (connection, some) =>
      run(connection, updating(kind, some), touching(kind, touched(some)), ...pairsOf(some)),
    );
    written(kind, batch.length);
  }
}

const isOfPairsOnly = ({ row, fields }: ChangedRow): boolean => {
  const links = new Set([...row.pairs.keys()].map(({ name }) => name));
  return fields.every((field) => links.has(field));
};

const pairsOf = (rows: Batch): Sql[] => [...rows[0].pairs.keys()].flatMap((field) => pairing(field, rows));

async function run(database: Database, ...statements: readonly (Sql | undefined)[]): Promise<void> {
  for (const statement of statements) if (statement) await database.query(statement);
}
