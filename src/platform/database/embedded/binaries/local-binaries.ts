import { readdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runAs } from "../account.js";

/** Where distributions keep PostgreSQL's programs by version: Debian, Red Hat, Homebrew. */
const VERSIONED = [
  { folder: "/usr/lib/postgresql", program: /^(\d+)$/ },
  { folder: "/usr", program: /^pgsql-(\d+)$/ },
  { folder: "/opt/homebrew/opt", program: /^postgresql@(\d+)$/ },
];

/** The `bin` folders of local installations of PostgreSQL: the one on PATH, then the distribution's, newest first. */
export async function localBinaries(): Promise<string[]> {
  const found = await Promise.all([onPath(), ...VERSIONED.map(({ folder, program }) => versioned(folder, program))]);
  return [...new Set(found.flat())];
}

async function onPath(): Promise<string[]> {
  if (process.platform === "win32") return [];
  try {
    const path = await runAs(undefined, "/bin/sh", ["-c", "command -v postgres"]);
    return [dirname(await realpath(path.trim()))];
  } catch {
    return [];
  }
}

async function versioned(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const matches = names.map((name) => pattern.exec(name)).filter((match) => match !== null);
  const newestFirst = matches.sort((a, b) => Number(b[1]) - Number(a[1]));
  return newestFirst.map((match) => join(folder, match[0], "bin"));
}
