import { Router } from "express";
import { readinessOf } from "../../../src/api/health.js";
import { startServer } from "../../../src/api/server.js";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { openDatabase } from "../../../src/platform/database/open.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import { environmentOfProcess } from "../../../src/platform/environment.js";
import { createLog } from "../../../src/platform/log.js";
import { runProgram } from "../../../src/platform/program/program.js";
import { OPEN_DOOR } from "../open-door.js";

/** The platform alone, as main puts it together: started as a process of its own by tests. /graphql answers slowly. */
runProgram(async (keep) => {
  const environment = environmentOfProcess();
  const log = createLog(environment);
  const { url, stop } = await openDatabase(environment, log);
  keep(stop);
  await migrate(url, log, []);
  const database = databaseOf(createPool(url, { size: environment.poolSize }));
  keep(database.close);
  const server = await startServer({
    environment,
    log,
    door: OPEN_DOOR,
    graphql: async (_request, response) => {
      const rows = await database.query({ text: "SELECT 1 AS one FROM pg_sleep(0.6)", values: [] });
      response.end(JSON.stringify(rows));
    },
    pages: Router(),
    ready: readinessOf(database),
  });
  keep(server.stop);
});
