import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../../error-code.js";

/** Names a living process for good: its id and, where the system tells, when it began, because ids are given again; undefined when there is none. */
export function identityOf(pid: number): string | undefined {
  if (process.platform === "linux") return identityFromProc(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    if (codeOf(error) !== "EPERM") return undefined;
  }
  return String(pid);
}

function identityFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in parentheses, which may hold spaces; state and start time are fields 3 and 22.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? undefined : `${pid} ${rest[18]}`;
  } catch {
    return undefined;
  }
}

/** Takes charge of the database in `base` for this process; gives false when another living process has it. */
export async function takeCharge(base: string): Promise<boolean> {
  const recorded = await readFile(fileIn(base), "utf8").catch(() => "");
  const pid = Number.parseInt(recorded, 10);
  if (pid !== process.pid && pid > 0 && identityOf(pid) === recorded) return false;
  await writeFile(fileIn(base), identityOf(process.pid) ?? "");
  return true;
}

const fileIn = (base: string): string => join(base, "postgres.owner");
