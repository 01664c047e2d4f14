import { setTimeout as after } from "node:timers/promises";

/** One look at a health address. */
interface Look {
  readonly at: number;
  readonly took: number;
  readonly status: number;
}

/** Looks at /healthz and /readyz every few milliseconds, as load balancers do, until told to end. */
export interface Watch {
  readonly alive: readonly Look[];
  readonly ready: readonly Look[];
  /** When /readyz first said something else than before, after a moment: milliseconds since then. */
  firstAfter(moment: number, status: number): number;
  end(): Promise<void>;
}

/** Begins to look. */
export function watch(url: string): Watch {
  const [alive, ready]: [Look[], Look[]] = [[], []];
  const ended = new AbortController();
  const working = [go(`${url}/healthz`, alive, ended.signal), go(`${url}/readyz`, ready, ended.signal)];
  return {
    alive,
    ready,
    firstAfter: (moment, status) => {
      const look = ready.find((each) => each.at > moment && each.status === status);
      return look ? look.at - moment : Infinity;
    },
    end: async () => {
      ended.abort();
      await Promise.all(working);
    },
  };
}

async function go(url: string, looks: Look[], ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    const begin = performance.now();
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    looks.push({ at: performance.now(), took: performance.now() - begin, status });
    await after(25);
  }
}

/** Waits until something is so, for `patience` milliseconds at most; gives how long it took. */
export async function until(condition: () => boolean | Promise<boolean>, patience = 20_000): Promise<number> {
  const begin = performance.now();
  while (!(await condition())) {
    if (performance.now() - begin > patience) throw new Error(`not within ${patience} ms: ${String(condition)}`);
    await after(10);
  }
  return performance.now() - begin;
}
