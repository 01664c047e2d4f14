import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, ignoring } from "../../error-code.js";
import { StartError } from "../../start-error.js";

/** A password of the embedded database, made at the first start and kept in a file of this name that only our own account may read (0600). Throws StartError when the file is not ours. */
export async function passwordIn(base: string, name: string): Promise<string> {
  const file = join(base, name);
  try {
    return (await readIfThere(file)) ?? (await makeIn(file));
  } catch (error) {
    throw new StartError(
      `${file} cannot be read or made (${codeOf(error)}): start as the account that ${base} belongs to, or set DATA_DIRECTORY.`,
      { cause: error },
    );
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function makeIn(file: string): Promise<string> {
  const unfinished = `${file}.new-${process.pid}`;
  await writeFile(unfinished, `${makePassword()}\n`, { mode: 0o600 });
  // link() fails when the name is taken: of two processes starting at once, both use the password of the first.
  await link(unfinished, file).catch(ignoring("EEXIST"));
  await rm(unfinished);
  return (await readFile(file, "utf8")).trim();
}

/** 192 random bits in letters that need no escaping in a URL or in SQL. */
export function makePassword(): string {
  return randomBytes(24).toString("base64url");
}
