import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { identityOf } from "../../../src/platform/database/embedded/owner.js";
import { clusterUrl } from "../../support/cluster.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stadtgraph-program-"));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a program with its own database", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "ends cleanly on %s: what is in flight is answered, nothing runs on",
    async (signal) => {
      const program = start({ DATA_DIRECTORY: folder });
      const { url } = await program.said("listening");
      const postgres = await postmasterId();
      const answer = fetch(`${url}/graphql`).then((response) => response.json());
      await after(100);

      program.child.kill(signal);
      program.child.kill(signal);

      expect(await answer).toEqual([{ one: 1 }]);
      expect(await program.ended).toBe(0);
      expect(identityOf(postgres)).toBeUndefined();
    },
  );

  test("ends cleanly while it is still starting", async () => {
    const program = start({ DATA_DIRECTORY: folder });
    await program.said("embedded database runs");
    const postgres = await postmasterId();

    program.child.kill("SIGTERM");

    expect(await program.ended).toBe(0);
    expect(identityOf(postgres)).toBeUndefined();
  });

  test("killed without warning leaves the database to the next start, which then ends it", async () => {
    const first = start({ DATA_DIRECTORY: folder });
    await first.said("listening");
    const postgres = await postmasterId();
    first.child.kill("SIGKILL");
    await first.ended;

    const second = start({ DATA_DIRECTORY: folder });
    await second.said("listening");

    expect(await postmasterId()).toBe(postgres);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(identityOf(postgres)).toBeUndefined();
  });
});

describe("a program that cannot start says why in one sentence and exits with 1", () => {
  test("when its port is in use", async () => {
    const [holder, port] = await listening();

    expect(await failure({ DATABASE_URL: clusterUrl("stadtgraph"), PORT: String(port) })).toBe(
      `Port ${port} is in use: end the program that holds it, or set PORT to another one.\n`,
    );
    holder.close();
  });

  test("when DATABASE_URL leads nowhere", async () => {
    expect(await failure({ DATABASE_URL: "postgres://u:geheim@127.0.0.1:1/x" })).toBe(
      "The database server 127.0.0.1:1 cannot be reached (nothing listens there): start it or correct DATABASE_URL.\n",
    );
  });

  test("when the environment is wrong, with all that is wrong", async () => {
    expect(await failure({ PORT: "x", LOG_LEVEL: "loud" })).toMatch(/^PORT: .*\nLOG_LEVEL: .*\n$/);
  });

  test("when the data folder cannot be made", async () => {
    const file = fileURLToPath(import.meta.url);

    expect(await failure({ DATA_DIRECTORY: join(file, "data") })).toMatch(
      /^The folder .*data cannot be made \(ENOTDIR\): set DATA_DIRECTORY .*\n$/,
    );
  });
});

interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** The log line with this sentence. */
  said(sentence: string): Promise<{ url: string }>;
  errors(): string;
}

function start(environment: Record<string, string>): Program {
  const path = fileURLToPath(new URL("./small-program.js", import.meta.url));
  const child = spawn(process.execPath, [path], { env: { PATH: process.env["PATH"], PORT: "0", ...environment } });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const said = async (sentence: string) => {
    for (;;) {
      const line = output.split("\n").find((text) => text.includes(sentence));
      if (line) return JSON.parse(line) as { url: string };
      if (child.exitCode !== null) throw new Error(`ended without saying "${sentence}": ${errors}`);
      await after(20);
    }
  };
  return { child, ended, said, errors: () => errors };
}

async function failure(environment: Record<string, string>): Promise<string> {
  const program = start(environment);
  expect(await program.ended).toBe(1);
  return program.errors();
}

async function postmasterId(): Promise<number> {
  return Number.parseInt(await readFile(join(folder, "postgres", "postmaster.pid"), "utf8"), 10);
}

async function listening(): Promise<[Server, number]> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return [server, (server.address() as { port: number }).port];
}
