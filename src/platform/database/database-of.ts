import type { Pool } from "pg";
import type { Database } from "./database.js";

/** The pool as Database. */
export function databaseOf(_pool: Pool): Database {
  throw new Error("not yet");
}
