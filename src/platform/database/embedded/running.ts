import { readlink, realpath, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../../start-error.js";
import { SERVER_ROLE } from "../roles.js";
import type { Cluster } from "./cluster.js";
import { NAME } from "./cluster-roles.js";
import { identityOf } from "./owner.js";
import { launch, type Postmaster, readPostmasterFile } from "./postmaster.js";

/** The server over this cluster: the one that already runs, else one that is started, on `port` or a free one. Throws StartError. */
export async function ensureRunning(cluster: Cluster, port?: number): Promise<Postmaster> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const found = await findRunning(cluster);
    if (found) return found;
    try {
      return await launch(cluster, port ?? (await freePort()));
    } catch (error) {
      const { message } = error as Error;
      if (!PASSING.test(message) || performance.now() > deadline)
        throw new StartError(`PostgreSQL does not start: ${message}`, { cause: error });
      await after(250);
    }
  }
}

/** Someone else was faster with the data folder or the port, or the processes of a killed server are still going away. */
const PASSING = /lock file|shared memory|unexpected postmaster exit|could not bind|TCP\/IP sockets/;

/** The address of the embedded database; it holds the password. */
export function urlOf({ password }: Cluster, { port }: Postmaster): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
}

/** The same for the server's own login. */
export function serverUrlOf({ serverPassword }: Cluster, { port }: Postmaster): string {
  return `postgres://${SERVER_ROLE}:${serverPassword}@127.0.0.1:${port}/${NAME}`;
}

async function findRunning(cluster: Cluster): Promise<Postmaster | undefined> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const file = await readPostmasterFile(cluster.data);
    if (!file || identityOf(file.pid) === undefined) return undefined;
    if (await isStranger(file.pid, cluster.data)) {
      // The id was given to another process since, and PostgreSQL would take that for its predecessor.
      await rm(join(cluster.data, "postmaster.pid"), { force: true });
      return undefined;
    }
    if (file.status === "ready") return answering(cluster, file);
    if (performance.now() > deadline)
      throw new StartError(
        `PostgreSQL (process ${file.pid}) has been ${file.status} for 30 seconds: end it and start again.`,
      );
    await after(50);
  }
}

/** A server works in its data folder. Where the system does not show that, it is not called a stranger. */
async function isStranger(pid: number, data: string): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder !== undefined && folder !== (await realpath(data));
}

async function answering(cluster: Cluster, postmaster: Postmaster): Promise<Postmaster> {
  const client = new pg.Client({ connectionString: urlOf(cluster, postmaster), connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return postmaster;
  } catch (error) {
    throw new StartError(
      `PostgreSQL (process ${postmaster.pid}) runs over ${cluster.data} and does not let us in (${(error as Error).message}): end it and start again.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
