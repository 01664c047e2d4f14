import { join } from "node:path";
import { type Account, runAs } from "./account.js";
import type { Binaries } from "./binaries/find-binaries.js";

/** PostgreSQL's data folder, and by whom and how it is worked on. */
export interface DataFolder {
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Whether acknowledged writes survive a crash of the machine. */
  readonly durable: boolean;
}

/** Runs statements as the superuser over data that no server runs over. Rejects with what PostgreSQL says of the first that fails. */
export async function runSingleUser(folder: DataFolder, statements: readonly string[]): Promise<void> {
  const { account, binaries, data, durable } = folder;
  const program = join(binaries.bin, "postgres");
  const args = ["--single", "-D", data, ...(durable ? [] : ["-c", "fsync=off"]), "postgres"];
  const said = await runAs(account, program, args, statements.map(asLine).join(""));
  // Single-user mode ends with 0 whatever its statements did.
  const problem = /(?:ERROR|FATAL|PANIC):.*/.exec(said);
  if (problem) throw new Error(problem[0]);
}

/** In single-user mode a line is a statement. */
const asLine = (statement: string): string => `${statement.replaceAll(/\s*(?:--.*)?\n\s*/g, " ")}\n`;
