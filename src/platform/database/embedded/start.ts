import { join } from "node:path";
import type { Log } from "../../log.js";
import { accountFor } from "./account.js";
import { findBinaries } from "./binaries/find-binaries.js";
import { type Cluster, ensureCluster, writtenIn } from "./cluster.js";
import { ensureRoles } from "./cluster-roles.js";
import { keepRunning } from "./keep-running.js";
import { takeCharge } from "./owner.js";
import { passwordIn } from "./password.js";
import { placeFor } from "./place.js";
import { stopPostmaster } from "./postmaster.js";
import { ensureRunning, serverUrlOf, urlOf } from "./running.js";

/** How to run the embedded PostgreSQL. */
export interface EmbeddedOptions {
  /** Folder that may be written; the data go to its subfolder `postgres`. */
  readonly dataDirectory: string;
  /** Whether acknowledged writes survive a crash of the machine; only tests say false. */
  readonly durable: boolean;
  readonly log: Log;
}

/** An embedded PostgreSQL that runs and answers, and is started again when it ends unexpectedly. */
export interface EmbeddedDatabase {
  /** Its address for the owner of the tables; holds the password, so never log it. */
  readonly url: string;
  /** The same for the server, which owns nothing. */
  readonly serverUrl: string;
  /** Process id of the postmaster now. */
  pid(): number;
  /** Ends the server and waits for it (3 s at most); leaves it running when another living process is in charge of it. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL over `dataDirectory`, or uses the one that already runs there; throws StartError when that cannot be. */
export async function startEmbedded({ dataDirectory, durable, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await clusterIn(dataDirectory, durable, log);
  await ensureCluster(cluster);
  await ensureRoles(cluster);
  const postmaster = await ensureRunning(cluster);
  await takeCharge(cluster.base);
  log.info({ data: cluster.data, port: postmaster.port, postgres: cluster.binaries.version }, "embedded database runs");
  const keeper = keepRunning(cluster, postmaster, log);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await keeper.end();
    if (await takeCharge(cluster.base)) await stopPostmaster(cluster, keeper.now());
  };
  const [url, serverUrl] = [urlOf(cluster, postmaster), serverUrlOf(cluster, postmaster)];
  return { url, serverUrl, pid: () => keeper.now().pid, stop: () => (stopping ??= stop()) };
}

async function clusterIn(dataDirectory: string, durable: boolean, log: Log): Promise<Cluster> {
  const base = await placeFor(dataDirectory, await accountFor(join(dataDirectory, "postgres")), log);
  const data = join(base, "postgres");
  // Asked again: data that are kept elsewhere may belong to another account.
  const account = await accountFor(data);
  const binaries = await findBinaries(account, base, await writtenIn(data));
  const password = await passwordIn(base, "postgres.password");
  const serverPassword = await passwordIn(base, "postgres.server-password");
  return { base, data, binaries, account, durable, password, serverPassword };
}
