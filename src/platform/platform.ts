import { databaseOf } from "./database/connections/database-of.js";
import type { Database } from "./database/database.js";
import { migrate } from "./database/migrate.js";
import { requireCurrent } from "./database/migration-state.js";
import { openDatabase } from "./database/open.js";
import { createPool } from "./database/connections/pool.js";
import { serverRoleOf } from "./database/server-role.js";
import { traced } from "./tracing/traced-database.js";
import { type Environment, environmentOfProcess } from "./environment.js";
import type { Connections } from "./metrics/connections.js";
import { createLog, type Log } from "./log.js";
import type { Keep } from "./program/program.js";

/** What every part of the program stands on. */
export interface Platform {
  readonly environment: Environment;
  readonly log: Log;
  readonly database: Database;
  /** How the connections of `database` are used now. */
  readonly connections: () => Connections;
}

/** Reads the environment, opens the database and brings it up to date. Throws StartError or EnvironmentError, one clear sentence each. */
export async function openPlatform(keep: Keep): Promise<Platform> {
  const environment = environmentOfProcess();
  const log = createLog(environment);
  const opened = await openDatabase(environment, log);
  keep(() => opened.stop());
  if (environment.migrate) await migrate(opened.url, log);
  else await requireCurrent(opened.url);
  const { poolSize: size, limits } = environment;
  // The login that comes along is that role already.
  const role = opened.embedded ? undefined : await serverRoleOf(opened.serverUrl, log);
  const pool = createPool(opened.serverUrl, { size, statementTimeout: limits.statementTimeout, role });
  const database = traced(databaseOf(pool));
  keep(() => database.close());
  const connections = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount });
  return { environment, log, database, connections };
}
