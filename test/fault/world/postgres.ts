import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountFor } from "../../../src/platform/database/embedded/account.js";
import { findBinaries } from "../../../src/platform/database/embedded/binaries/find-binaries.js";
import { type Cluster, ensureCluster } from "../../../src/platform/database/embedded/cluster.js";
import { passwordIn } from "../../../src/platform/database/embedded/password.js";
import { launch, type Postmaster, stopPostmaster } from "../../../src/platform/database/embedded/postmaster.js";
import { ensureRunning, urlOf } from "../../../src/platform/database/embedded/running.js";

/** A PostgreSQL of a test's own that nobody keeps running: it falls and comes back when the test says so. */
export interface OwnPostgres {
  readonly url: string;
  /** Process ids: the postmaster first, then all that it has started. */
  pids(): Promise<number[]>;
  /** Sends a signal to the postmaster and all its children. */
  signal(signal: NodeJS.Signals): Promise<void>;
  /** Ends it in order, or by SIGKILL. */
  fall(how: "stop" | "kill"): Promise<void>;
  /** Starts it again over the same data, on the same port. */
  rise(): Promise<void>;
  /** All that it has written into its log. */
  log(): Promise<string>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/** Makes and starts one; writes survive its crash. `folder` is the test's, or a new one. */
export async function ownPostgres(folder?: string): Promise<OwnPostgres> {
  const base = folder ?? (await mkdtemp(join(tmpdir(), "stadtgraph-fault-")));
  await chmod(base, 0o711);
  const cluster = await clusterIn(base);
  await ensureCluster(cluster);
  let now = await ensureRunning(cluster);
  const pids = () => familyOf(now);
  const signal = async (name: NodeJS.Signals) => {
    // While its children are being looked for, a postmaster that goes on would make another one, and that one would not stand still.
    if (name === "SIGSTOP") kill(now.pid, name);
    (await pids()).forEach((pid) => kill(pid, name));
  };
  const fall = (how: "stop" | "kill") => (how === "stop" ? stopPostmaster(cluster, now) : signal("SIGKILL"));
  return {
    url: urlOf(cluster, now),
    pids,
    signal,
    fall,
    rise: async () => void (now = await launch(cluster, now.port)),
    log: () => readFile(join(base, "postgres.log"), "utf8"),
    close: async () => {
      await signal("SIGCONT");
      await fall("stop");
      if (folder === undefined) await rm(base, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function clusterIn(base: string): Promise<Cluster> {
  const data = join(base, "postgres");
  const account = await accountFor(data);
  const binaries = await findBinaries(account, base, undefined);
  const password = await passwordIn(base, "postgres.password");
  const serverPassword = await passwordIn(base, "postgres.server-password");
  return { base, data, binaries, account, durable: true, password, serverPassword };
}

async function familyOf({ pid }: Postmaster): Promise<number[]> {
  const all = (await readdir("/proc")).map(Number).filter((id) => id > 0);
  const parents = await Promise.all(all.map(async (id) => [id, await parentOf(id)] as const));
  return [pid, ...parents.filter(([, parent]) => parent === pid).map(([id]) => id)];
}

/** The second field is the name in parentheses, which may hold spaces; the parent is field 4. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** It may have ended by itself meanwhile. */
function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}
