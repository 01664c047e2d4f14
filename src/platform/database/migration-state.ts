import type { Database } from "./database.js";

/** How a database stands to the migrations of this code: behind = some are missing there; newer = it holds some that this code does not know. */
export type MigrationState = "current" | "behind" | "newer";

/** The state of the database behind `url`. */
export function migrationState(_url: string): Promise<MigrationState> {
  throw new Error("not yet");
}

/** The state of an opened database, through its own connections. */
export function migrationStateOf(_database: Database): Promise<MigrationState> {
  throw new Error("not yet");
}

/** Throws StartError unless the database behind `url` is current. */
export function requireCurrent(_url: string): Promise<void> {
  throw new Error("not yet");
}
