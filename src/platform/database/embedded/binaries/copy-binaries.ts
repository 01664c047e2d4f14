import { chmod, cp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { makeSymlinks, type NpmBinaries } from "./npm-binaries.js";

/** Copies the binaries below `base`, readable for every account and with their symlinks, unless they are there already; gives the folder that takes the package's place. */
export async function copyBinaries(binaries: NpmBinaries, base: string): Promise<string> {
  const folder = join(base, `postgres-binaries-${binaries.version}`);
  if (await stat(folder).catch(() => undefined)) return folder;
  const unfinished = `${folder}.new-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(join(binaries.folder, "native"), join(unfinished, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries are for compilers.
    filter: (source) => !source.endsWith(".a"),
  });
  await makeSymlinks(unfinished);
  await openToAll(unfinished);
  // Renamed only when complete; a second process that was faster leaves the same thing behind.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

/** npm under umask 077 makes files that only their owner may read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
