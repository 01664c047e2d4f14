import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Readiness, readinessOf } from "../../src/api/health.js";
import { databaseOf } from "../../src/platform/database/connections/database-of.js";
import { identityOf } from "../../src/platform/database/embedded/owner.js";
import { type EmbeddedDatabase, startEmbedded } from "../../src/platform/database/embedded/start.js";
import { createPool } from "../../src/platform/database/connections/pool.js";
import { ServiceUnavailable } from "../../src/platform/errors.js";
import { createLog } from "../../src/platform/log.js";

let folder: string;
const started: EmbeddedDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stadtgraph-embedded-"));
  await chmod(folder, 0o711);
});
afterEach(() => Promise.all(started.splice(0).map((database) => database.stop())));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("startEmbedded", () => {
  test("keeps its data from one start to the next", async () => {
    const first = await start();
    await run(first.url, "CREATE TABLE kept AS SELECT 1 AS one");
    await first.stop();

    const second = await start();

    expect(await run(second.url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  test("takes over a server that a killed process has left running", async () => {
    const left = await start();
    await writeFile(join(folder, "postgres.owner"), "4194305 1");

    const again = await start();
    await again.stop();

    expect(again.pid()).toBe(left.pid());
    expect(isRunning(left.pid())).toBe(false);
  });

  test("leaves the server running when another living process is in charge of it", async () => {
    const theirs = await start();
    const owner = join(folder, "postgres.owner");
    const ours = await readFile(owner, "utf8");
    await writeFile(owner, identityOf(process.ppid) ?? "");

    await theirs.stop();

    expect(isRunning(theirs.pid())).toBe(true);
    await writeFile(owner, ours);
    await (await start()).stop();
    expect(isRunning(theirs.pid())).toBe(false);
  });

  test("gives the server a login of its own, which owns nothing, also over data restored without its password", async () => {
    const first = await start();
    const file = join(folder, "postgres.server-password");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const asked = "SELECT current_user AS me, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user";
    const server = { me: "stadtgraph_server", rolsuper: false, rolcreaterole: false };
    expect(await run(first.serverUrl, asked)).toEqual([server]);
    await expect(run(first.serverUrl, "CREATE TABLE mine ()")).rejects.toMatchObject({ code: "42501" });
    await first.stop();
    await rm(file);

    const second = await start();

    expect(second.serverUrl).not.toContain(new URL(first.serverUrl).password);
    expect(await run(second.serverUrl, asked)).toEqual([server]);
  });

  test("asks for a password, which stands in a file that only we may read", async () => {
    const { url } = await start();
    const file = join(folder, "postgres.password");

    const wrong = Object.assign(new URL(url), { password: "wrong" }).href;

    await expect(run(wrong, "SELECT 1")).rejects.toMatchObject({ cause: { code: "28P01" } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toBe((await readFile(file, "utf8")).trim());
  });

  test("lower-cases, compares and splits words with umlauts", async () => {
    const { url } = await start();

    const [row] = await run(
      url,
      "SELECT lower('ÄÖÜ') lower, 'LÖWE' ILIKE 'löwe' same, to_tsvector('german', 'Löwenthal')::text words",
    );
    await run(url, "CREATE EXTENSION pg_trgm");
    const [similar] = await run(url, "SELECT similarity('Löwenthal', 'löwenthal') AS likeness");

    expect(row).toEqual({ lower: "äöü", same: true, words: "'lowenthal':1" });
    expect(similar).toEqual({ likeness: 1 });
    // Without a UTF-8 LC_CTYPE, pg_trgm would find the word "l".
    expect(await run(url, "SELECT show_trgm('Löwe') @> ARRAY['  w'] AS split")).toEqual([{ split: false }]);
  });
});

test("when the server is killed, queries are unavailable, readiness says so, and it comes back by itself", async () => {
  const embedded = await start();
  const database = databaseOf(createPool(embedded.url, { size: 2 }));
  const ready = readinessOf(database);
  await database.query(sql("SELECT 1"));
  const before = embedded.pid();

  process.kill(before, "SIGKILL");
  // It may be back before a second look: what is expected of the outage is what the first one saw.
  const seen: { ready?: Readiness; failure?: unknown } = {};
  await until(async () => {
    [seen.failure, seen.ready] = await Promise.all([database.query(sql("SELECT 1")).catch(itself), ready()]);
    return seen.failure instanceof Error && !seen.ready.ready;
  });

  expect(seen.ready).toEqual({ ready: false, checks: { database: "unavailable", migrations: "unknown" } });
  expect(seen.failure).toBeInstanceOf(ServiceUnavailable);
  await until(async () => (await ready()).checks["database"] === "ok");
  expect(await database.query(sql("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  expect(embedded.pid()).not.toBe(before);
  await database.close();
});

const itself = (error: unknown): unknown => error;

const sql = (text: string) => ({ text, values: [] });

async function start(): Promise<EmbeddedDatabase> {
  const log = createLog({ logLevel: "silent" });
  const embedded = await startEmbedded({ dataDirectory: folder, durable: false, log });
  started.push(embedded);
  return embedded;
}

async function run(url: string, text: string): Promise<unknown[]> {
  const database = databaseOf(createPool(url, { size: 1 }));
  try {
    return await database.query(sql(text));
  } finally {
    await database.close();
  }
}

const isRunning = (pid: number): boolean => identityOf(pid) !== undefined;

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await after(10);
}
