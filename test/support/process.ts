import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Ends it with SIGTERM and waits for its end. */
  stop(): Promise<number | null>;
}

/** Starts the built program on a free port over a database that is there, without seeds. */
export async function serverProcess(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["dist/src/main.js"], {
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
  const url = await listening(child);
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = child.exitCode === null ? ((await once(child, "exit")) as [number | null]) : [child.exitCode];
    return code;
  };
  return { url, child, post, stop };
}

async function listening(child: ChildProcess): Promise<string> {
  const told: string[] = [];
  child.stderr!.on("data", (chunk: Buffer) => void told.push(chunk.toString()));
  for await (const line of createInterface({ input: child.stdout! })) {
    told.push(line);
    const match = /"url":"(http:[^"]+)"/.exec(line);
    if (match) {
      child.stdout!.resume();
      return match[1]!;
    }
  }
  throw new Error(`The server did not start: ${told.join("\n")}`);
}
