import { setTimeout as after } from "node:timers/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { BUILDING } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { clients, outcomesOf, type Told, worstOf } from "./world/clients.js";
import { sampleOf, tell } from "./world/figures.js";
import { kept } from "./world/kept.js";
import { type OwnPostgres, ownPostgres } from "./world/postgres.js";
import { until, type Watch, watch } from "./world/watch.js";
import { administrator, type Administrator, CREATE_TOKEN } from "./world/administrator.js";

let postgres: OwnPostgres;
let admin: Administrator;
let server: ServerProcess;
const keep = kept();
beforeAll(async () => {
  postgres = keep(await ownPostgres(), (started) => started.close());
  admin = keep(await administrator(), (started) => started.close());
  server = keep(await serverProcess(postgres.url, { SEEDS: "seeds/gera", ...admin.environment }), (started) =>
    started.stop(),
  );
}, BUILDING);

/** One way in which a database is lost and comes back. */
interface Outage {
  readonly name: string;
  readonly fall: () => Promise<void>;
  readonly rise: () => Promise<void>;
  /** Milliseconds that it is away. */
  readonly lasting: number;
}

const OUTAGES: readonly Outage[] = [
  {
    name: "is killed with all its processes and started again",
    fall: () => postgres.fall("kill"),
    rise: () => postgres.rise(),
    lasting: 1_500,
  },
  {
    name: "freezes and thaws",
    fall: () => postgres.signal("SIGSTOP"),
    rise: () => postgres.signal("SIGCONT"),
    lasting: 5_000,
  },
  {
    name: "is restarted in order",
    fall: () => postgres.fall("stop"),
    rise: () => postgres.rise(),
    lasting: 1_500,
  },
];

/** Answered from a kept answer, by a plan, by the resolvers, and by a statement that writes. */
const READS = [
  { query: "{ measures(first: 3) { totalCount nodes { key title } } }" },
  {
    query: "query Themes($n: Int) { themes(first: $n) { nodes { key measures { totalCount } } } }",
    variables: { n: 2 },
  },
  { query: "{ themes(first: 1) { nodes { key } } __schema { queryType { name } } }" },
];

/** All that clients were told before, during and after an outage; `back` is the moment when the database could answer again. */
interface Lived {
  readonly reads: readonly Told[];
  readonly writes: readonly Told[];
  readonly looks: Watch;
  readonly lost: number;
  readonly back: number;
}

async function live({ fall, rise, lasting }: Outage): Promise<Lived> {
  const { url } = server;
  const readers = clients(8, { url, bodies: READS });
  const writers = clients(1, { url, bodies: [CREATE_TOKEN], headers: admin.headers });
  const looks = watch(url);
  await until(() => readers.told.length > 40 && writers.told.length > 4);
  const lost = performance.now();
  await fall();
  await after(lasting);
  await rise();
  const back = performance.now();
  await until(() => firstAfter(readers.told, back) < Infinity && firstAfter(writers.told, back) < Infinity);
  await until(() => looks.firstAfter(back, 200) < Infinity);
  await Promise.all([readers.end(), writers.end(), looks.end()]);
  return { reads: readers.told, writes: writers.told, looks, lost, back };
}

/** Milliseconds from a moment to the first good answer to a question that was asked after it. */
function firstAfter(told: readonly Told[], moment: number): number {
  const good = told.filter(({ asked, status, code }) => asked > moment && status === 200 && code === undefined);
  return Math.min(Infinity, ...good.map(({ answered }) => answered - moment));
}

test.each(sampleOf(OUTAGES, 2))("while PostgreSQL $name", async (outage) => {
  const { reads, writes, looks, lost, back } = await live(outage);

  const told = [...reads, ...writes];
  const outcomes = outcomesOf(told);
  const figures = {
    worst: worstOf(told),
    notReady: looks.firstAfter(lost, 503),
    firstRead: firstAfter(reads, back),
    firstWrite: firstAfter(writes, back),
  };
  tell(outage.name, { ...figures, outcomes });
  expect(Object.keys(outcomes).sort()).toEqual(["200", "503 SERVICE_UNAVAILABLE"]);
  expect(figures.worst).toBeLessThanOrEqual(3_500);
  expect(figures.notReady).toBeLessThanOrEqual(1_500);
  expect(looks.alive.filter(({ status, took }) => status !== 200 || took > 2_000)).toEqual([]);
  expect(Math.max(figures.firstRead, figures.firstWrite)).toBeLessThanOrEqual(2_000);
  expect(looks.firstAfter(back, 200)).toBeLessThanOrEqual(2_000);
  expect(server.child.exitCode).toBeNull();
  expect(server.output()).not.toMatch(/"level":[56]0/);
});

test("when one connection of PostgreSQL is killed, all are lost for a moment, and everything comes back by itself", async () => {
  const { url } = server;
  const readers = clients(8, { url, bodies: READS });
  await until(() => readers.told.length > 40);

  const [, ...children] = await postgres.pids();
  process.kill(children.at(-1)!, "SIGKILL");
  const moment = performance.now();

  await until(() => readers.told.some(({ status, asked }) => status === 503 && asked > moment - 1_000));
  await until(() => firstAfter(readers.told, performance.now() - 50) < Infinity);
  await readers.end();
  expect(Object.keys(outcomesOf(readers.told)).sort()).toEqual(["200", "503 SERVICE_UNAVAILABLE"]);
  expect(worstOf(readers.told)).toBeLessThanOrEqual(3_500);
});
