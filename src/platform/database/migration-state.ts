import type { Database } from "./database.js";
import { databaseOf } from "./connections/database-of.js";
import { type Migration, migrationTimes, timestampOf } from "./migrations.js";
import { createPool } from "./connections/pool.js";
import { StartError } from "../start-error.js";

/** How a database stands to the migrations of this code: behind = some are missing there; newer = it holds some that this code does not know. */
export type MigrationState = "current" | "behind" | "newer";

/** The state of the database behind `url`, measured by this code's migrations or others. */
export async function migrationState(url: string, code?: readonly Migration[]): Promise<MigrationState> {
  const database = databaseOf(createPool(url, { size: 1 }));
  try {
    return await migrationStateOf(
      database,
      code?.map(({ name }) => timestampOf(name)),
    );
  } finally {
    await database.close();
  }
}

/** The state of an opened database, through its own connections, measured by the timestamps of this code's migrations or others. */
export async function migrationStateOf(
  database: Pick<Database, "query">,
  times?: readonly number[],
): Promise<MigrationState> {
  const known = times ?? (await migrationTimes());
  const recorded = await recordedIn(database);
  if (recorded.some((time) => !known.includes(time))) return "newer";
  return known.every((time) => recorded.includes(time)) ? "current" : "behind";
}

/** Throws StartError unless the database behind `url` is current. */
export async function requireCurrent(url: string, code?: readonly Migration[]): Promise<void> {
  const state = await migrationState(url, code);
  if (state === "newer") throw newer();
  if (state === "behind") {
    throw new StartError(
      "The database is not migrated to this version and MIGRATE_ON_START is false: start once with MIGRATE_ON_START=true.",
    );
  }
}

/** What to say of a database that a later version of this program has migrated. */
export function newer(): StartError {
  return new StartError(
    "The database was migrated by a newer version of stadtgraph than this one: start that version, or restore a backup that fits this one.",
  );
}

async function recordedIn(database: Pick<Database, "query">): Promise<number[]> {
  const [table] = await database.query<{ there: boolean }>({
    text: "SELECT to_regclass('migrations') IS NOT NULL AS there",
    values: [],
  });
  if (!table?.there) return [];
  const rows = await database.query<{ name: string }>({ text: "SELECT name FROM migrations", values: [] });
  return rows.map((row) => timestampOf(row.name));
}
