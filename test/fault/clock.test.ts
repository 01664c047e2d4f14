import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { BUILDING, testDatabase } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { administrator, type Administrator } from "./world/administrator.js";
import { kept } from "./world/kept.js";
import { until } from "./world/watch.js";

const HOUR = 3_600_000;

let admin: Administrator;
let server: ServerProcess;
let file: string;
const keep = kept();
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "stadtgraph-clock-"));
  keep({ folder }, (made) => rm(made.folder, { recursive: true }));
  file = join(folder, "shift");
  const { url } = keep(await testDatabase(), (made) => made.close());
  admin = keep(await administrator(), (started) => started.close());
  const environment = { ...admin.environment, CLOCK_FILE: file, LOG_LEVEL: "debug" };
  server = keep(
    await serverProcess(url, environment, ["--import", "./dist/test/fault/world/shifted-clock.js"]),
    ({ stop }) => stop(),
  );
}, BUILDING);

async function jump(milliseconds: number): Promise<void> {
  const times = () => server.output().split(`clock shifted by ${milliseconds}\n`).length;
  const before = times();
  await writeFile(file, String(milliseconds));
  server.child.kill("SIGUSR2");
  await until(() => times() > before);
}

const anonymous = async () => (await server.post({ query: "{ themes { totalCount } }" })).status;
const signedIn = async () => (await server.post({ query: "{ serviceTokens { id } }" }, admin.headers)).status;
const ready = async () => (await fetch(`${server.url}/readyz`)).status;

test("when the clock jumps, tokens count as expired exactly as long as it is wrong, and everything else goes on", async () => {
  const seen = new Map<number, number[]>();
  for (const shift of [0, 12 * HOUR, 0, 24 * 365 * HOUR, 0, -24 * HOUR, 0]) {
    await jump(shift);
    const statuses = [await anonymous(), await signedIn(), await ready()];
    seen.set(shift / HOUR, [...(seen.get(shift / HOUR) ?? []), ...statuses]);
  }

  expect(Object.fromEntries(seen)).toEqual({
    "0": Array(4).fill([200, 200, 200]).flat(),
    "12": [200, 401, 200],
    [String(24 * 365)]: [200, 401, 200],
    // Verified already, and not expired by this clock either.
    "-24": [200, 200, 200],
  });
});

test("durations are measured by a clock that does not jump", async () => {
  const jumping = (async () => {
    for (const shift of [5, -5, 48, -48, 0]) await jump(shift * HOUR);
  })();
  while ((await Promise.race([jumping.then(() => "over"), anonymous()])) !== "over");

  const durations = [...server.output().matchAll(/"ms":([^,}]+)/g)].map(([, ms]) => Number(ms));
  expect(durations.length).toBeGreaterThan(10);
  expect(durations.filter((ms) => !(ms >= 0 && ms < 60_000))).toEqual([]);
  const figures = await (await fetch(`${server.url}/metrics`)).text();
  const [, sum] = /stadtgraph_request_duration_seconds_sum\{path="cached"\} (\S+)/.exec(figures) ?? [];
  expect(Number(sum)).toBeLessThan(60);
});

test("a server whose clock is wrong ends when it is told to", async () => {
  await jump(-48 * HOUR);
  expect(await server.stop()).toBe(0);
});
