import type { Log } from "../log.js";
import { databaseOf } from "./connections/database-of.js";
import { createPool } from "./connections/pool.js";
import { MAY_SERVE, SERVER_ROLE } from "./roles.js";

/** The role that connections over `url` are to work as; undefined, and said in the log, where the login may not take it on: then the server has all rights of that login. */
export async function serverRoleOf(url: string, log: Log): Promise<string | undefined> {
  const database = databaseOf(createPool(url, { size: 1 }));
  try {
    const [row] = await database.query<{ mayServe: boolean }>({ text: MAY_SERVE, values: [] });
    if (row?.mayServe) return SERVER_ROLE;
    log.warn(
      { role: SERVER_ROLE },
      "the server works with all rights of its login, for the role is missing or not granted to it: see docs/decisions/0012-database-roles.md",
    );
    return undefined;
  } finally {
    await database.close();
  }
}
