import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as after } from "node:timers/promises";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Ends it with SIGTERM and waits for its end. */
  stop(): Promise<number | null>;
  /** All that it has written until now, on standard output and standard error. */
  output(): string;
}

/** Starts the built program on a free port over a database that is there, without seeds; an empty address leaves the database to the program. */
export async function serverProcess(
  databaseUrl: string,
  environment: Record<string, string> = {},
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeOptions, "dist/server/main.js"], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: "0",
      SEEDS: "",
      LOG_LEVEL: "info",
      NODE_ENV: "development",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const told = outputOf(child);
  const url = await listening(child, told);
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const stop = async () => {
    child.kill("SIGTERM");
    const isOver = child.exitCode !== null || child.signalCode !== null;
    if (!isOver) await once(child, "exit");
    return child.exitCode;
  };
  return { url, child, post, stop, output: told };
}

/** All that a process has written until now, on either channel. */
function outputOf(child: ChildProcess): () => string {
  const told: string[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (text: string) => void told.push(text));
  return () => told.join("");
}

async function listening(child: ChildProcess, told: () => string): Promise<string> {
  for (;;) {
    const [, url] = /"url":"(http:[^"]+)"/.exec(told()) ?? [];
    if (url !== undefined) return url;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server did not start: ${told()}`);
    await after(10);
  }
}
