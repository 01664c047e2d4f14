import type { Database } from "../../../platform/database/database.js";
import type { Problem } from "../problem.js";
import type { StoredRow } from "../plan/stored-row.js";
import { isConsequence, isRefusal, meaningOf, RowsRefused } from "./refusal.js";
import type { Batch } from "./write.js";

/** Writes a batch as a whole. When the database refuses it, finds the rows it refuses and throws RowsRefused. */
export async function attempt(
  database: Database,
  rows: Batch,
  write: (connection: Database, rows: Batch) => Promise<void>,
): Promise<void> {
  try {
    await database.transaction((connection) => write(connection, rows));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new RowsRefused(await refusedAmong(database, rows, write, error));
  }
}

async function refusedAmong(
  database: Database,
  rows: Batch,
  write: (connection: Database, rows: Batch) => Promise<void>,
  whole: unknown,
): Promise<Problem[]> {
  const refusals: { row: StoredRow; error: unknown }[] = [];
  for (const row of rows) {
    await database
      .transaction((connection) => write(connection, [row]))
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        refusals.push({ row, error });
      });
  }
  const own = refusals.filter(({ error }) => !isConsequence(error));
  // Rows that only point to refused rows, or rows that are refused together and not alone: what was wrong with the batch is wrong with them.
  const together = (refusals.length > 0 ? refusals : [{ row: rows[0] }]).map(({ row }) => ({ row, error: whole }));
  return (own.length > 0 ? own : together).map(({ row, error }) => ({
    place: row.record.places[0],
    reason: meaningOf(error),
  }));
}
