import { Agent, request } from "node:http";
import { setTimeout as after } from "node:timers/promises";

/** What became of one question. */
export interface Told {
  /** When it was asked and answered, in milliseconds of performance.now(). */
  readonly asked: number;
  readonly answered: number;
  /** Absent where no connection was to be had: nothing had been asked. */
  readonly status?: number;
  /** The code of the first error, or what broke the connection. */
  readonly code?: string;
  readonly text?: string;
}

/** Clients that go on asking until they are told to end. */
export interface Clients {
  readonly told: readonly Told[];
  end(): Promise<void>;
}

/** What clients ask: one of these bodies after another. */
export interface Asking {
  readonly url: string;
  readonly bodies: readonly object[];
  readonly headers?: Record<string, string>;
  /** Milliseconds between an answer and the next question. */
  readonly pause?: number;
}

/** Starts so many clients, each with a connection of its own that it keeps. */
export function clients(count: number, asking: Asking): Clients {
  const told: Told[] = [];
  const ended = new AbortController();
  const working = Array.from({ length: count }, (_, index) => work(asking, index, told, ended.signal));
  return {
    told,
    end: async () => {
      ended.abort();
      await Promise.all(working);
    },
  };
}

async function work({ pause = 5, ...asking }: Asking, index: number, told: Told[], ended: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let turn = index; !ended.aborted; turn++) {
    told.push(await askOnce(asking, asking.bodies[turn % asking.bodies.length]!, agent));
    await after(pause);
  }
  agent.destroy();
}

/** Asks once; never rejects. */
export function askOnce({ url, headers }: Omit<Asking, "bodies">, body: object, agent?: Agent): Promise<Told> {
  const asked = performance.now();
  const done = (outcome: Omit<Told, "asked" | "answered">): Told => ({
    asked,
    answered: performance.now(),
    ...outcome,
  });
  return new Promise((resolve) => {
    const options = { method: "POST", agent, headers: { "content-type": "application/json", ...headers } };
    const asking = request(`${url}/graphql`, options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve(done({ status: response.statusCode!, code: codeIn(text), text })));
      response.on("error", () => resolve(done({ code: "CUT" })));
    });
    asking.on("error", ({ code }: NodeJS.ErrnoException) => resolve(done({ code: code ?? "CUT" })));
    asking.end(JSON.stringify(body));
  });
}

const codeIn = (text: string): string | undefined => /"code":"([A-Z_]+)"/.exec(text)?.[1];

/** The longest that any of these took, in milliseconds. */
export const worstOf = (told: readonly Told[]): number =>
  Math.max(0, ...told.map(({ asked, answered }) => answered - asked));

/** How often each outcome came: "200", "503 SERVICE_UNAVAILABLE" … */
export function outcomesOf(told: readonly Told[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code } of told) {
    const name = [status, code].filter((part) => part !== undefined).join(" ");
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
