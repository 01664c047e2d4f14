import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identityOf } from "../../src/platform/database/embedded/owner.js";
import { readPostmasterFile } from "../../src/platform/database/embedded/postmaster.js";

/** How the data folders of test runs begin; the process id of the run follows. */
export const PREFIX = "stadtgraph-test-";

/** Ends and removes what earlier runs left behind that were killed. */
export async function endAbandoned(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  const abandoned = folders.filter((name) => identityOf(Number.parseInt(name.slice(PREFIX.length), 10)) === undefined);
  await Promise.all(abandoned.map((name) => remove(join(tmpdir(), name))));
}

async function remove(folder: string): Promise<void> {
  const file = await readPostmasterFile(join(folder, "postgres"));
  if (file && identityOf(file.pid) !== undefined) process.kill(file.pid, "SIGQUIT");
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
