import { setTimeout as after } from "node:timers/promises";
import type { Log } from "../../log.js";
import type { Cluster } from "./cluster.js";
import { identityOf, takeCharge } from "./owner.js";
import type { Postmaster } from "./postmaster.js";
import { ensureRunning } from "./running.js";

/** Watches over a server. */
export interface Keeper {
  /** The server as it runs now. */
  now(): Postmaster;
  /** Ends the watch, after a restart that is under way. */
  end(): Promise<void>;
}

/** How often to look, and how long to wait at most after a restart that failed, in milliseconds. */
const LOOK = 250;
const LONGEST = 10_000;

/** Starts the server again on its port whenever it has ended without being asked to; until then queries fail as unavailable. */
export function keepRunning(cluster: Cluster, first: Postmaster, log: Log): Keeper {
  let now = first;
  const ending = new AbortController();
  const watching = (async () => {
    for (let pause = LOOK; await passed(pause, ending.signal);) {
      if (identityOf(now.pid) !== undefined) continue;
      log.error("the embedded database has ended unexpectedly and is started again");
      try {
        now = await ensureRunning(cluster, now.port);
        await takeCharge(cluster.base);
        log.info("the embedded database runs again");
        pause = LOOK;
      } catch (err) {
        log.error({ err }, "the embedded database could not be started again");
        pause = Math.min(2 * pause, LONGEST);
      }
    }
  })();
  return {
    now: () => now,
    end: async () => {
      ending.abort();
      await watching;
    },
  };
}

/** Waits, without keeping the process alive; false when told to end. */
async function passed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await after(milliseconds, undefined, { ref: false, signal }).catch(() => undefined);
  return !signal.aborted;
}
