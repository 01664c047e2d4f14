import { join } from "node:path";
import { StartError } from "../../../start-error.js";
import { type Account, runAs } from "../account.js";
import { copyBinaries } from "./copy-binaries.js";
import { localBinaries } from "./local-binaries.js";
import { makeSymlinks, npmBinaries, npmPackage } from "./npm-binaries.js";

/** Programs of PostgreSQL that run here under the chosen account. */
export interface Binaries {
  /** Folder with `postgres` and `initdb`. */
  readonly bin: string;
  /** Major version. */
  readonly version: number;
}

/** The first PostgreSQL whose major version has a locale that can lower umlauts: ICU as a database's locale came with 15. */
const OLDEST = 15;

/**
 * Finds PostgreSQL: from npm (copied below `base` where the account may not go or links are missing), else a local installation;
 * of the major version `written` when there are data already. Throws StartError with all that was tried.
 */
export async function findBinaries(account: Account | undefined, base: string, written?: number): Promise<Binaries> {
  const tried: string[] = [];
  const attempt = async (name: string, bin: () => Promise<string>) => {
    const outcome = await probe(account, bin, written).catch((error: unknown) => firstLine((error as Error).message));
    if (typeof outcome !== "string") return outcome;
    tried.push(`${name} (${outcome})`);
    return undefined;
  };
  return (await fromNpm(attempt, base, written)) ?? (await fromHere(attempt)) ?? nothingFits(tried);
}

type Attempt = (name: string, bin: () => Promise<string>) => Promise<Binaries | undefined>;

async function fromNpm(attempt: Attempt, base: string, written?: number): Promise<Binaries | undefined> {
  const npm = await npmBinaries();
  if (!npm) return attempt(npmPackage, () => Promise.reject(new Error("not installed")));
  const version = Number.parseInt(npm.version, 10);
  if (written && version !== written)
    return attempt(npmPackage, () => Promise.reject(new Error(unfit(version, written))));
  const inPlace = async () => {
    await makeSymlinks(npm.folder);
    return join(npm.folder, "native", "bin");
  };
  const copied = async () => join(await copyBinaries(npm, base), "native", "bin");
  return (await attempt(npmPackage, inPlace)) ?? attempt(`a copy of ${npmPackage} in ${base}`, copied);
}

async function fromHere(attempt: Attempt): Promise<Binaries | undefined> {
  for (const bin of await localBinaries()) {
    const found = await attempt(bin, () => Promise.resolve(bin));
    if (found) return found;
  }
  return undefined;
}

/** Whether both programs really run: on another C library, or where the account may not go, they are there and do not. */
async function probe(
  account: Account | undefined,
  bin: () => Promise<string>,
  written: number | undefined,
): Promise<Binaries | string> {
  const folder = await bin();
  await runAs(account, join(folder, "initdb"), ["--version"]);
  const version = Number(/(\d+)/.exec(await runAs(account, join(folder, "postgres"), ["--version"]))?.[1]);
  if (written && version !== written) return unfit(version, written);
  return version >= OLDEST ? { bin: folder, version } : `version ${version} is older than ${OLDEST}`;
}

const unfit = (version: number, written: number): string =>
  `version ${version}, but the data are of version ${written}`;

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

function nothingFits(tried: readonly string[]): never {
  throw new StartError(
    `No PostgreSQL runs here: tried ${tried.join(", ")}; set DATABASE_URL to a server, install PostgreSQL ${OLDEST} or newer, or run npm ci with optional packages.`,
  );
}
