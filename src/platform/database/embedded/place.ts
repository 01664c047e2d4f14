import { createHash } from "node:crypto";
import { chmod, lstat, mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { codeOf, ignoring } from "../../error-code.js";
import type { Log } from "../../log.js";
import { StartError } from "../../start-error.js";
import type { Account } from "./account.js";

/** The folder that holds everything of the embedded database: `dataDirectory`, or a place of its own when `account` may not go there; the same one at every start. */
export async function placeFor(dataDirectory: string, account: Account | undefined, log: Log): Promise<string> {
  const wanted = resolve(dataDirectory);
  const remembered = await rememberedIn(wanted);
  if (remembered) return remembered;
  await makeFolder(wanted);
  if (!account || (await isPassable(wanted, account))) return wanted;
  if (await stat(join(wanted, "postgres")).catch(() => undefined)) {
    throw new StartError(
      `The account ${account.name} may not enter ${wanted}, where the data are: allow it to pass every folder above (chmod o+x).`,
    );
  }
  const place = await elsewhere(wanted, account);
  await writeFile(noteIn(wanted), `${place}\n`);
  log.info({ place }, `the account ${account.name} may not enter ${wanted}, so the database is kept elsewhere`);
  return place;
}

const noteIn = (folder: string): string => join(folder, "postgres.place");

async function rememberedIn(folder: string): Promise<string | undefined> {
  const note = await readFile(noteIn(folder), "utf8").catch(() => "");
  const place = note.trim();
  return place !== "" && (await stat(place).catch(() => undefined))?.isDirectory() ? place : undefined;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first) await openDownTo(folder, first);
  } catch (error) {
    throw new StartError(
      `The folder ${folder} cannot be made (${codeOf(error)}): set DATA_DIRECTORY to one that may be written, or DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Under umask 077 the folders just made, `first` and those in it, would be closed to the account. */
async function openDownTo(folder: string, first: string): Promise<void> {
  await chmod(folder, 0o755);
  if (folder !== first && dirname(folder) !== folder) await openDownTo(dirname(folder), first);
}

/** Whether `account` may pass through `folder` and all folders above it. */
async function isPassable(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  return dirname(folder) === folder || isPassable(dirname(folder), account);
}

/** Only root comes here. Named after the wanted folder, so that it is found again even when no note could be left there. */
async function elsewhere(wanted: string, account: Account): Promise<string> {
  const name = `stadtgraph-${createHash("sha256").update(wanted).digest("hex").slice(0, 12)}`;
  const made = (await ownFolder(join("/var/lib", name))) ?? (await mkdtemp(join(tmpdir(), `${name}-`)));
  await chmod(made, 0o711);
  if (await isPassable(made, account)) return made;
  throw new StartError(
    `The account ${account.name} may enter neither ${wanted} nor ${made}: set DATA_DIRECTORY to a folder it may enter, or DATABASE_URL.`,
  );
}

/** Makes the folder or takes it when it is root's already; what someone else has put there is not trusted. */
async function ownFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder).catch(ignoring("EEXIST"));
    const found = await lstat(folder);
    return found.isDirectory() && found.uid === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
}
