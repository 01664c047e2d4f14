import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { readPostmasterFile } from "../../src/platform/database/embedded/postmaster.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { serverProcess } from "../support/process.js";
import { administrator, type Administrator, CREATE_TOKEN } from "./world/administrator.js";
import { type Clients, clients, outcomesOf, type Told, worstOf } from "./world/clients.js";
import { ALL, sampleOf, tell } from "./world/figures.js";
import { kept } from "./world/kept.js";
import { until, watch } from "./world/watch.js";

const QUESTIONS = [
  { query: "{ measures(first: 20) { totalCount nodes { key title themes { nodes { key } } } } }" },
  { query: "{ themes(first: 2) { nodes { key } } __schema { types { name fields { name } } } }" },
];

let folder: string;
let admin: Administrator;
const keep = kept();
beforeAll(async () => {
  admin = keep(await administrator(), (started) => started.close());
  folder = await mkdtemp(join(tmpdir(), "stadtgraph-ending-"));
  await chmod(folder, 0o711);
  keep({ folder }, (made) => rm(made.folder, { recursive: true, force: true, maxRetries: 5 }));
}, BUILDING);

test("SIGTERM under 16 clients: not ready at once, nothing in flight is cut, and the end comes soon", async () => {
  const { url } = keep(await geraDatabase(), (made) => made.close());
  const server = keep(await serverProcess(url, { CACHE: "off" }), ({ stop }) => stop());
  const asking = clients(16, { url: server.url, bodies: QUESTIONS });
  const looks = watch(server.url);
  await until(() => asking.told.length > 100);

  const signalled = performance.now();
  server.child.kill("SIGTERM");
  const exited = once(server.child, "exit");
  // As a load balancer does: it sends nobody any more once it has seen that the server is not ready.
  await until(() => looks.firstAfter(signalled, 503) < Infinity);
  await asking.end();
  await exited;
  const took = performance.now() - signalled;
  await looks.end();

  tell("SIGTERM under 16 clients", { took, outcomes: outcomesOf(asking.told) });
  // On a busy machine a connection may be waited for too long: that is told to the end, too.
  const cut = Object.keys(outcomesOf(asking.told)).filter((outcome) => !/^200$|^503 SERVICE/.test(outcome));
  expect(cut).toEqual([]);
  expect(looks.ready.filter(({ at, took, status }) => at - took > signalled + 100 && status === 200)).toEqual([]);
  expect(asking.told.some(({ asked, answered }) => asked < signalled && answered > signalled)).toBe(true);
  expect(server.child.exitCode).toBe(0);
  expect(took).toBeLessThanOrEqual(5_000);
});

/** The ids that were acknowledged to clients. */
const acknowledged = (told: readonly Told[]): string[] =>
  told.flatMap(({ text = "" }) => /"id":"([0-9a-f]{16})"/.exec(text)?.[1] ?? []);

const embedded = () => serverProcess("", { ...admin.environment, DATA_DIRECTORY: folder });

const writing = (url: string): Clients => clients(2, { url, bodies: [CREATE_TOKEN], headers: admin.headers });

/** Ten times in all, one after the other, over the same database. */
const KILLED = Array.from({ length: 5 }, () => ["the server and its database", "the server alone"]).flat();

/** Milliseconds from a new start to the first write that is acknowledged: as promised, and where other tests run beside this one. */
const FIRST_WRITE = ALL ? 3_000 : 10_000;

test.each(sampleOf(KILLED, 1))(
  "kill -9 of %s under load: it starts again, answers soon, and has kept all that it had acknowledged",
  async (whom) => {
    const first = keep(await embedded(), ({ stop }) => stop());
    const [readers, writers] = [clients(8, { url: first.url, bodies: QUESTIONS }), writing(first.url)];
    await until(() => acknowledged(writers.told).length > 20 && readers.told.length > 20);
    const file = await readPostmasterFile(join(folder, "postgres"));

    first.child.kill("SIGKILL");
    if (whom !== "the server alone") process.kill(file!.pid, "SIGKILL");
    await once(first.child, "exit");
    await Promise.all([readers.end(), writers.end()]);
    const restarted = performance.now();
    const second = keep(await embedded(), ({ stop }) => stop());
    const listening = performance.now() - restarted;
    const again = writing(second.url);
    await until(() => acknowledged(again.told).length > 0);
    const firstWrite = performance.now() - restarted;
    await again.end();

    const list = await second.post({ query: "{ serviceTokens { id } }" }, admin.headers);
    const there = acknowledged([...(await list.text()).matchAll(/"id":"\w+"/g)].map(([text]) => ({ text }) as Told));
    const missing = [...acknowledged(writers.told), ...acknowledged(again.told)].filter((id) => !there.includes(id));
    tell(`kill -9 of ${whom}`, { listening, firstWrite, acknowledged: acknowledged(writers.told).length });
    expect(missing).toEqual([]);
    expect(new Set(there).size).toBe(there.length);
    expect(firstWrite).toBeLessThanOrEqual(FIRST_WRITE);
    expect(worstOf(again.told)).toBeLessThanOrEqual(1_000);
    expect(await second.stop()).toBe(0);
  },
  120_000,
);
