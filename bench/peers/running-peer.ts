import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import type { Sent } from "../measure/load.js";
import type { Ask, Body } from "../questions/question.js";
import { askingOf } from "./asking.js";
import type { Peer } from "./peer.js";
import { signInAsStaff } from "./sign-in.js";

/** A peer that runs and answers. */
export interface RunningPeer {
  readonly peer: Peer;
  readonly pid: number;
  /** The process of the PostgreSQL behind it, where that runs on this machine. */
  readonly postmaster: number | undefined;
  readonly origin: string;
  /** From the start of its process to its first answer, in milliseconds. */
  readonly firstAnswer: number;
  /** What it is sent beside the question. */
  readonly headers: Readonly<Record<string, string>>;
  /** A question as this peer is asked it. */
  readonly sent: (body: Body) => Sent;
  readonly ask: Ask;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, "../..");

/** The PostgreSQL that peers are started over. */
export interface Behind {
  readonly url: string;
  readonly postmaster: number | undefined;
}

/** Starts a peer over a database and waits for its first answer; throws with its own words when it ends before. */
export async function startPeer(peer: Peer, behind: Behind, poolSize: number): Promise<RunningPeer> {
  const port = await freePort();
  const signIn = peer.asStaff ? await signInAsStaff() : undefined;
  const began = performance.now();
  const child = spawn(process.execPath, peer.run, {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      SEEDS: "",
      TSX_TSCONFIG_PATH: join(root, "bench/tsconfig.json"),
      ...peer.environment,
      ...signIn?.environment,
      DATABASE_URL: behind.url,
      DATABASE_POOL_SIZE: String(poolSize),
      PORT: String(port),
    },
  });
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.splice(0, said.length, ...said.slice(-20), text));
  const origin = `http://127.0.0.1:${port}`;
  const { headers, sent, ask } = askingOf(peer, origin, signIn?.headers);
  await firstAnswer(child, ask).catch((error: unknown) => {
    child.kill();
    throw new Error(`${peer.name} does not start: ${said.join("")}`, { cause: error });
  });
  const stop = async () => {
    signIn?.close();
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, "exit");
  };
  const { postmaster } = behind;
  const firstAnswerAfter = performance.now() - began;
  return { peer, pid: child.pid!, postmaster, origin, firstAnswer: firstAnswerAfter, headers, sent, ask, stop };
}

async function firstAnswer(child: ChildProcess, ask: Ask): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await ask({ query: "{ __typename }" });
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await after(5);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
