import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** CPU time used until now, in milliseconds: by a server's process, and by all of PostgreSQL. */
export interface Cpu {
  readonly node: number;
  /** Undefined where PostgreSQL runs on another machine. */
  readonly postgres: number | undefined;
}

/** Reads the CPU time of a server and of the PostgreSQL behind it. */
export const cpuOf = (server: number, postmaster: number | undefined): Cpu => ({
  node: ownTime(statOf(server)),
  postgres: postmaster === undefined ? undefined : wholeTime(postmaster),
});

/** Waits until neither has worked for a moment, for half a minute at most: requests that the load has left behind belong to it. */
export async function idle(server: number, postmaster: number | undefined): Promise<Cpu> {
  let before = cpuOf(server, postmaster);
  for (const deadline = Date.now() + 30_000; ;) {
    await after(100);
    const now = cpuOf(server, postmaster);
    const worked = now.node - before.node + ((now.postgres ?? 0) - (before.postgres ?? 0));
    before = now;
    if (worked <= 2 * TICK_MS || Date.now() > deadline) return now;
  }
}

/** The postmaster above a backend, if it runs on this machine. */
export function postmasterOf(backend: number): number | undefined {
  try {
    const { parent } = statOf(backend);
    return /postgres|postmaster/.test(readFileSync(`/proc/${parent}/comm`, "utf8")) ? parent : undefined;
  } catch {
    return undefined;
  }
}

interface Stat {
  readonly parent: number;
  readonly fields: readonly string[];
}

function statOf(pid: number): Stat {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in parentheses, which may hold spaces.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), fields };
}

const ticks = ({ fields }: Stat, first: number): number =>
  (Number(fields[first]) + Number(fields[first + 1])) * TICK_MS;

/** utime + stime. */
const ownTime = (stat: Stat): number => ticks(stat, 11);

/** A backend that ends hands its time to the postmaster (cutime + cstime), so that the sum never loses any. */
function wholeTime(postmaster: number): number {
  const main = statOf(postmaster);
  return children(postmaster).reduce((sum, stat) => sum + ownTime(stat), ownTime(main) + ticks(main, 13));
}

function children(parent: number): Stat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = statOf(Number(name));
        return stat.parent === parent ? [stat] : [];
      } catch {
        return []; // ended meanwhile
      }
    });
}
