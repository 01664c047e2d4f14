import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { Turnstile } from "../../src/api/door/turnstile.js";
import { type TestServer, testServer } from "../support/server.js";
import { within } from "../attack/within.js";

/** Locks a table, so that whoever reads it waits. */
async function locked(server: TestServer, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
}

const slow = (first: number) => ({ query: `{ measures(first: ${first}) { nodes { title } } }` });
const QUICK = { query: "{ themes { totalCount } }" };

const from = (server: TestServer, address: string, question: object) =>
  server.post(question, { "x-forwarded-for": address });

/** One viewer asks as often as wanted for what does not come; meanwhile another one asks something small. */
async function beside(share: string): Promise<{ honest: number; took: number; greedy: number[] }> {
  const settings = { TRUST_PROXY: "loopback", VIEWER_SHARE: share, DATABASE_POOL_SIZE: "5" };
  const server = await testServer({ settings });
  await from(server, "192.0.2.2", QUICK);
  const release = await locked(server, "measure");
  const greedy = Array.from({ length: 150 }, (_, each) => from(server, "192.0.2.1", slow(each + 1)));
  await Promise.race(greedy.map((each) => each.catch(() => undefined)).concat(until(server, 3)));
  const begun = performance.now();
  const { status } = await from(server, "192.0.2.2", QUICK);
  const took = performance.now() - begun;
  await release();
  const statuses = (await Promise.all(greedy)).map((each) => each.status);
  await server.close();
  return { honest: status, took, greedy: statuses };
}

/** Waits until so many statements wait for the lock. */
async function until(server: TestServer, waiting: number): Promise<undefined> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const text =
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  for (;;) {
    const { rows } = await client.query<{ n: number }>(text);
    if (rows[0]!.n >= waiting) break;
  }
  await client.end();
  return undefined;
}

describe("one viewer who asks 150 times at once for what does not come", () => {
  test("leaves room for another one, and gets answers or a clean refusal", async () => {
    const { honest, took, greedy } = await beside("50");
    expect(honest).toBe(200);
    expect(took).toBeLessThan(within(1_000)); // without room it would wait until the others are let go, which is after its answer
    expect(greedy).toHaveLength(150);
    for (const status of greedy) expect([200, 429, 503]).toContain(status);
    expect(greedy.filter((status) => status === 200).length).toBeGreaterThan(100);
  });

  test("would leave nothing without a share: this test can fail", async () => {
    const { honest } = await beside("100");
    expect(honest).toBe(503);
  });
});

test("an explained question of the resolvers goes by the share like any other", async () => {
  const server = await testServer({ settings: { VIEWER_SHARE: "1" } });
  const headers = { "stadtgraph-explain": "1", "stadtgraph-path": "resolved" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => server.post(slow(1), headers)));
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({
      data: { measures: { nodes: [] } },
      extensions: { explain: { path: "resolved" } },
    });
  await server.close();
});

describe("a turnstile", () => {
  let turnstile: Turnstile;
  beforeEach(() => void (turnstile = new Turnstile(2, 3_000, 2)));
  const came: string[] = [];
  afterEach(async () => {
    turnstile.sendAllAway();
    await new Promise((later) => setImmediate(later));
    came.length = 0;
  });
  const come = (name: string) => {
    const turn = turnstile.enter();
    void turn?.then(() => came.push(name)).catch(() => came.push(`${name} refused`));
    return turn;
  };

  test("lets in as many as have room at once, and the others in their order", async () => {
    expect([come("a"), come("b")]).toEqual([undefined, undefined]);
    const [third, fourth] = [come("c"), come("d")];
    expect(came).toEqual([]);
    turnstile.leave();
    await third;
    expect(came).toEqual(["c"]);
    turnstile.leave();
    await fourth;
    expect(came).toEqual(["c", "d"]);
    for (let times = 0; times < 2; times++) turnstile.leave();
    expect(turnstile.isEmpty).toBe(true);
  });

  test("refuses at once who would have to wait behind too many", () => {
    for (const name of ["a", "b", "c", "d"]) void come(name);
    expect(() => come("e")).toThrow("Too many requests");
  });

  test("sends away all who wait when there is nothing to wait for, and then works as before", async () => {
    for (const name of ["a", "b", "c", "d"]) void come(name);
    turnstile.sendAllAway();
    await new Promise((later) => setImmediate(later));
    expect(came).toEqual(["c refused", "d refused"]);
    turnstile.leave();
    turnstile.leave();
    expect(turnstile.isEmpty).toBe(true);
    expect(come("f")).toBeUndefined();
  });

  test("lets nobody wait longer than three seconds", async () => {
    for (const name of ["a", "b"]) void come(name);
    await expect(come("c")).rejects.toThrow("busy with your other requests");
    expect(turnstile.isEmpty).toBe(false);
  });
});
