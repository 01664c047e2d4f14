import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../../error-code.js";
import { StartError } from "../../start-error.js";
import { runAs } from "./account.js";
import { makeRoles, NAME } from "./cluster-roles.js";
import { makePassword } from "./password.js";
import type { DataFolder } from "./single-user.js";

/** A database cluster on disk and who works on it. */
export interface Cluster extends DataFolder {
  /** Folder that holds everything of the embedded database, the data folder among it. */
  readonly base: string;
  /** Of the owner of the tables. */
  readonly password: string;
  /** Of the server's own login. */
  readonly serverPassword: string;
}

/** The major version of PostgreSQL that wrote the data, undefined when there are none. Throws StartError when they are not ours to read. */
export async function writtenIn(data: string): Promise<number | undefined> {
  try {
    return Number(await readFile(join(data, "PG_VERSION"), "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new StartError(
      `The data in ${data} cannot be read (${codeOf(error)}): start as the account that they belong to.`,
      { cause: error },
    );
  }
}

/** Makes the cluster unless it is there; it appears complete or not at all, even when the process is killed midway. Throws StartError. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  if (await writtenIn(cluster.data)) return;
  const workshop = join(cluster.base, `postgres.new-${process.pid}`);
  await rm(workshop, { recursive: true, force: true });
  try {
    await makeIn(workshop, cluster);
    await rename(join(workshop, "data"), cluster.data);
  } catch (error) {
    // Another process may have made it meanwhile; then renaming fails, and its cluster is as good as ours.
    if (await writtenIn(cluster.data)) return;
    throw new StartError(
      `The database could not be made in ${cluster.data}: ${(error as Error).message.replaceAll("\n", " ")}`,
      { cause: error },
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function makeIn(workshop: string, cluster: Cluster): Promise<void> {
  const { account, durable } = cluster;
  await mkdir(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, "password");
  // The superuser's password is needed by nobody afterwards: it goes with this file.
  await writeFile(passwordFile, makePassword(), { mode: 0o600 });
  if (account) await Promise.all([workshop, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const data = join(workshop, "data");
  await initialise(cluster, [
    "-D",
    data,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    ...(durable ? [] : ["--no-sync"]),
  ]);
  await makeRoles({ ...cluster, data }, [
    `CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${cluster.password}'`,
    `CREATE DATABASE ${NAME} OWNER ${NAME}`,
  ]);
}

async function initialise({ account, binaries }: Cluster, where: readonly string[]): Promise<void> {
  const provider =
    binaries.version >= 17
      ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale-provider=icu", "--icu-locale=und"];
  const args = [...where, "--auth=scram-sha-256", "--encoding=UTF8", ...provider, "--locale=C", "--no-instructions"];
  let refused: unknown;
  for (const ctype of CTYPES) {
    try {
      await runAs(account, join(binaries.bin, "initdb"), [...args, `--lc-ctype=${ctype}`]);
      return;
    } catch (error) {
      refused = error;
      if (!/locale/.test((error as Error).message)) break;
    }
  }
  throw refused;
}

/** With LC_CTYPE C, pg_trgm takes umlauts for word boundaries, whatever the provider; C.UTF-8 is in glibc, the others on macOS and elsewhere. */
const CTYPES = ["C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "UTF-8", "C"];
