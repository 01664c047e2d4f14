import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { BUILDING } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stadtgraph-backup-"));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The program with the database that comes along. */
const start = (): Promise<ServerProcess> =>
  serverProcess("", { DATA_DIRECTORY: join(folder, "data"), SEEDS: "seeds/gera" });

const numbers = async (server: ServerProcess): Promise<string> => (await server.post({ documentId: "Zahlen" })).text();

test(
  "the database that comes along is there again from a copy made while the server was stopped",
  async () => {
    const first = await start();
    const before = await numbers(first);
    expect(before).toMatch(/"totalCount":[1-9]/);
    expect(await first.stop()).toBe(0);

    execFileSync("cp", ["-a", join(folder, "data"), join(folder, "backup")]);
    await rm(join(folder, "data"), { recursive: true });
    execFileSync("cp", ["-a", join(folder, "backup"), join(folder, "data")]);

    const second = await start();
    expect(await numbers(second)).toBe(before);
    expect(await second.stop()).toBe(0);
  },
  BUILDING,
);
