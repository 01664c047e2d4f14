import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { StartError } from "../../start-error.js";

/** An account of this machine that PostgreSQL may run under; undefined stands for our own. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Under whom PostgreSQL shall run: undefined for an ordinary user; for root, which PostgreSQL refuses, whoever owns `data` already, else postgres, node or nobody. */
export async function accountFor(data: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `with the id ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const accounts = await unprivileged();
  const found = ["postgres", "node", "nobody"].flatMap((name) =>
    accounts.filter((account) => account.name === name),
  )[0];
  if (!found)
    throw new StartError(
      "PostgreSQL refuses to run as root, and there is no account postgres, node or nobody: start as an ordinary user, or set DATABASE_URL.",
    );
  return found;
}

async function unprivileged(): Promise<Account[]> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  return lines
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
}

/** Runs a program of PostgreSQL to its end under `account` and gives what it printed; rejects with its own words when it fails. */
export function runAs(
  account: Account | undefined,
  program: string,
  args: readonly string[],
  input = "",
): Promise<string> {
  return new Promise((resolve, reject) => {
    // "/": an unprivileged account may not be allowed to look at the folder we stand in.
    const options = { cwd: "/", uid: account?.uid, gid: account?.gid };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr.trim() || error.message, { cause: error }));
      else resolve(stdout + stderr);
    });
    // A program that ends without reading breaks the pipe; its exit code says why.
    child.stdin?.on("error", () => undefined).end(input);
  });
}
