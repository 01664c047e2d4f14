import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../../start-error.js";
import { MAKE_ROLES, SERVER_ROLE } from "../roles.js";
import { type DataFolder, runSingleUser } from "./single-user.js";

/** The database of the embedded cluster and the role that owns it, no superuser: it has no more rights than a managed server would give it. */
export const NAME = "stadtgraph";

/** A data folder, and the password of the server's own login. */
interface Served extends DataFolder {
  readonly serverPassword: string;
}

/** Makes the server's login and the roles that it needs, in data that no server runs over, after whatever is to be done `first`. */
export async function makeRoles(cluster: Served, first: readonly string[] = []): Promise<void> {
  await runSingleUser(cluster, [
    ...first,
    MAKE_ROLES,
    `ALTER ROLE ${SERVER_ROLE} LOGIN PASSWORD '${cluster.serverPassword}'`,
    // Whoever starts a server by the owner's address has it work as this role as well, and can see what a report sees.
    `GRANT ${SERVER_ROLE}, stadtgraph_report TO ${NAME}`,
  ]);
  await writeFile(noteIn(cluster), markOf(cluster));
}

/** Makes them unless they are there: data of an earlier version, or restored without the server's password, get them at their next start. Throws StartError. */
export async function ensureRoles(cluster: Served): Promise<void> {
  if ((await readFile(noteIn(cluster), "utf8").catch(() => "")) === markOf(cluster)) return;
  await makeRoles(cluster).catch((cause: unknown) => {
    throw new StartError(
      `The roles of the database could not be made in ${cluster.data} (${(cause as Error).message}): if a server still runs over it, end it and start again.`,
      { cause },
    );
  });
}

/** Says that the roles are there and which password the server's has, without telling it: it is too long to be guessed. */
const markOf = ({ serverPassword }: Served): string => createHash("sha256").update(serverPassword).digest("hex");

/** Beside the data, of which the mark is true; PostgreSQL does not mind. */
const noteIn = ({ data }: DataFolder): string => join(data, "stadtgraph.roles");
