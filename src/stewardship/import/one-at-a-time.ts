import { setTimeout as after } from "node:timers/promises";
import sql from "sql-template-tag";
import type { Database } from "../../platform/database/database.js";

/** Any number that only imports lock: "import" in ASCII. */
const LOCK = "115984468898420";

/** How often to ask again, in milliseconds. */
const PAUSE = 100;

/** Waits until no other process imports, and keeps others waiting until the transaction ends. Asks again and again: a statement that waits would run into its time limit. */
export async function oneAtATime(transaction: Database): Promise<void> {
  const asking = sql`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
  while (!(await transaction.query<{ mine: boolean }>(asking))[0]?.mine) await after(PAUSE);
}
