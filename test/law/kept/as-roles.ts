import type { Role } from "../../../src/access/viewer.js";
import { library } from "../../support/library.js";
import type { Database } from "../../../src/platform/database/database.js";
import { type BothPaths, bothPaths } from "../world/both-paths.js";

/** Who sees different rows of the library, where departments own nothing. */
export const ROLES: readonly Role[] = ["PUBLIC", "STAFF", "STEWARD"];

/** Asks `work` of the library in a database as every role. */
export async function asRoles<T>(
  database: Database,
  work: (paths: ReadonlyMap<Role, BothPaths>) => Promise<T>,
): Promise<T> {
  const made = ROLES.map(async (role): Promise<[Role, BothPaths]> => {
    return [role, await bothPaths(library, [], database, { role, departments: [] })];
  });
  const paths = new Map(await Promise.all(made));
  try {
    return await work(paths);
  } finally {
    for (const each of paths.values()) await each.stop();
  }
}
