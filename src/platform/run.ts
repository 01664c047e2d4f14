import { databaseOf } from "./database/database-of.js";
import type { Database } from "./database/database.js";
import { migrate } from "./database/migrate.js";
import { requireCurrent } from "./database/migration-state.js";
import { openDatabase } from "./database/open.js";
import { createPool } from "./database/pool.js";
import { type Environment, EnvironmentError, environmentOfProcess } from "./environment.js";
import { createLog, type Log } from "./log.js";
import { StartError } from "./start-error.js";

/** What every part of the program stands on. */
export interface Platform {
  readonly environment: Environment;
  readonly log: Log;
  readonly database: Database;
}

type Stop = () => Promise<unknown>;

/** How long a stop may take before the process ends all the same, in milliseconds. */
const PATIENCE = 9_000;

/**
 * Runs the program: environment, log, database, migrations, then `start`; on SIGTERM or SIGINT everything that `start` asked to
 * stop later is stopped, the last first, then the database. What hinders a start is one sentence, and exit code 1.
 */
export async function run(
  start: (platform: Platform, stopLater: (stop: Stop) => void) => Promise<void>,
): Promise<void> {
  const stops: Stop[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopAll(stops));
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));
  try {
    await start(await platform((each) => stops.push(each)), (each) => stops.push(each));
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    await stop();
    process.exit(1);
  }
}

async function platform(stopLater: (stop: Stop) => void): Promise<Platform> {
  const environment = environmentOfProcess();
  const log = createLog(environment);
  const opened = await openDatabase(environment, log);
  stopLater(() => opened.stop());
  if (environment.migrate) await migrate(opened.url, log);
  else await requireCurrent(opened.url);
  const database = databaseOf(createPool(opened.url, { size: environment.poolSize }));
  stopLater(() => database.close());
  return { environment, log, database };
}

async function stopAll(stops: Stop[]): Promise<void> {
  const late = setTimeout(() => process.exit(1), PATIENCE);
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(() => undefined);
  clearTimeout(late);
}

const sentenceOf = (error: unknown): string =>
  error instanceof StartError || error instanceof EnvironmentError
    ? error.message
    : ((error as Error).stack ?? String(error));
