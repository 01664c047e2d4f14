import { type ChildProcess, spawn } from "node:child_process";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { runAs } from "./account.js";
import type { Cluster } from "./cluster.js";
import { identityOf } from "./owner.js";

/** A running server over a cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What the server wrote about itself into its data folder. */
export interface PostmasterFile extends Postmaster {
  readonly status: string;
}

/** Reads postmaster.pid; undefined when there is none or it is not finished. */
export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
  const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
  return pid > 0 && port > 0 && status ? { pid, port, status } : undefined;
}

/** Starts the server and waits until it takes connections; rejects with its own last words. */
export async function launch(cluster: Cluster, port: number): Promise<Postmaster> {
  const log = await open(join(cluster.base, "postgres.log"), "a", 0o600);
  try {
    const { size } = await log.stat();
    if (size > LONGEST_LOG) await log.truncate();
    const child = spawnServer(cluster, port, log);
    if (await ready(child, cluster.data)) return { pid: child.pid ?? 0, port };
    throw new Error(await lastWords(join(cluster.base, "postgres.log")));
  } finally {
    await log.close();
  }
}

const LONGEST_LOG = 5_000_000;

/** Ends the server, its connections first, and waits for it: a fast shutdown, after 2 s one that leaves the rest to recovery, after 3 s at most none is left. */
export async function stopPostmaster({ data, binaries, account }: Cluster, { pid }: Postmaster): Promise<void> {
  if (process.platform === "win32") {
    await runAs(account, join(binaries.bin, "pg_ctl"), ["stop", "-D", data, "-m", "fast"]);
    return;
  }
  const identity = identityOf(pid);
  for (const [signal, patience] of [
    ["SIGINT", 2_000],
    ["SIGQUIT", 700],
    ["SIGKILL", 300],
  ] as const) {
    if (!identity || identityOf(pid) !== identity) return;
    process.kill(pid, signal);
    const deadline = performance.now() + patience;
    while (identityOf(pid) === identity && performance.now() < deadline) await after(10);
  }
}

function spawnServer({ data, binaries, account, durable }: Cluster, port: number, log: FileHandle): ChildProcess {
  const settings = Object.entries({ port, ...SETTINGS, ...(durable ? {} : FORGETFUL) });
  const child = spawn(
    join(binaries.bin, "postgres"),
    ["-D", data, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      cwd: "/",
      uid: account?.uid,
      gid: account?.gid,
      // A group of its own: Ctrl-C in a terminal goes to the whole group, and would stop the database before the server has finished its answers.
      detached: true,
      // A file, not a pipe: the server may outlive us and be taken over by the next start.
      stdio: ["ignore", log.fd, log.fd],
    },
  );
  child.unref();
  endWithUs(child);
  return child;
}

/** Whatever ends this process other than a kill -9, an uncaught error for example, ends its server too. */
function endWithUs(child: ChildProcess): void {
  const end = () => child.kill("SIGINT");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: 60,
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements and rows may hold personal data, and the sentence of an error repeats values: what we asked for wrongly, our own log tells.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/** For tests: nothing survives a crash of the machine, and nothing waits for the disk. */
const FORGETFUL = {
  // A worker that vacuums a database keeps it from being dropped.
  autovacuum: "off",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
};

/** Resolves to true when the server is ready, to false when it has ended or did not come up within a minute. */
async function ready(child: ChildProcess, data: string): Promise<boolean> {
  // Without a listener a program that cannot be run at all would end this process.
  child.once("error", () => undefined);
  const deadline = performance.now() + 60_000;
  while (!hasEnded(child) && performance.now() < deadline) {
    const file = await readPostmasterFile(data);
    if (file?.status === "ready" && file.pid === child.pid) return true;
    await after(10);
  }
  child.kill("SIGQUIT");
  return false;
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

async function lastWords(file: string): Promise<string> {
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const fatal = lines.slice(-10).find((line) => /FATAL|PANIC|error while loading/.test(line)) ?? lines.at(-1) ?? "";
  return `${fatal.replace(/^.*?(FATAL|PANIC): +/, "")} (more in ${file})`;
}
