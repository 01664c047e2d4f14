import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Identify } from "../../src/access/identity/identifier.js";
import { refusal } from "../../src/access/identity/refusal.js";
import { Rates } from "../../src/api/door/rates.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { type TestServer, testServer } from "../support/server.js";

/** Takes a name for a token. */
const byName: Identify = (name) => {
  read.push(name!);
  return name === "wrong"
    ? Promise.reject(refusal())
    : Promise.resolve({ role: "STAFF" as const, subject: name!, departments: [] });
};
const read: string[] = [];

// Behind a proxy on this machine, so that each test can come from addresses of its own.
const settings = { TRUST_PROXY: "loopback", RATE_LIMIT: "3", RATE_LIMIT_SIGN_INS: "2" };
let server: TestServer;
beforeAll(async () => void (server = await testServer({ settings, identifying: () => byName })));
afterAll(() => server.close());

const QUESTION = { query: "{ __typename }" };

const from = (address: string, authorization?: string): Promise<Response> =>
  server.post(QUESTION, { "x-forwarded-for": address, ...(authorization === undefined ? {} : { authorization }) });

async function statusesFrom(address: string, times: number, authorization?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await from(address, authorization)).status);
  return statuses;
}

describe("requests", () => {
  test("beyond the limit of a minute are refused with a code, both languages and when to come again", async () => {
    expect(await statusesFrom("192.0.2.1", 3)).toEqual([200, 200, 200]);
    const refused = await from("192.0.2.1");

    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const en = `Too many requests. Please try again in ${seconds} s.`;
    const de = `Zu viele Anfragen. Bitte versuchen Sie es in ${seconds} s noch einmal.`;
    expect(await refused.json()).toEqual({
      errors: [{ message: en, extensions: { code: "LIMIT_EXCEEDED", message: { en, de } } }],
    });
  });

  test("are counted for each address, and for each net of IPv6", async () => {
    expect(await statusesFrom("192.0.2.2", 4)).toEqual([200, 200, 200, 429]);
    expect(await statusesFrom("192.0.2.3", 2)).toEqual([200, 200]);
    expect(await statusesFrom("::ffff:192.0.2.3", 2)).toEqual([200, 429]);
    expect(await statusesFrom("2001:db8:0:11::1", 1)).toEqual([200]);
    expect(await statusesFrom("2001:db8:0:11:ffff::2", 3)).toEqual([200, 200, 429]);
    expect(await statusesFrom("2001:db8:1::1", 1)).toEqual([200]);
  });

  test("are counted for each person who has signed in, wherever they are, and not for their address", async () => {
    expect(await statusesFrom("192.0.2.4", 3, "anna")).toEqual([200, 200, 200]);
    expect(await statusesFrom("192.0.2.5", 1, "anna")).toEqual([429]);
    expect(await statusesFrom("192.0.2.4", 1, "bert")).toEqual([200]);
    expect(await statusesFrom("192.0.2.4", 1)).toEqual([200]);
  });

  test("are counted whatever is in them, and pages like them, but not the questions of those who watch the server", async () => {
    const headers = { "x-forwarded-for": "192.0.2.6" };
    const get = async (path: string) => (await fetch(server.origin + path, { headers })).status;

    expect((await server.post("{", headers)).status).toBe(400);
    expect([await get("/nothing"), await get("/graphql?query={__typename}")]).toEqual([404, 200]);
    const refused = await fetch(`${server.origin}/nothing`, { headers });

    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^[1-9]\d?$/);
    expect(await refused.json()).toMatchObject({ error: { code: "LIMIT_EXCEEDED" } });
    expect([await get("/graphql"), await get("/healthz"), await get("/readyz")]).toEqual([429, 200, 200]);
  });
});

describe("sign-ins that fail", () => {
  test("are refused unread when there were too many from an address; nobody else is", async () => {
    read.length = 0;
    expect(await statusesFrom("192.0.2.7", 4, "wrong")).toEqual([401, 401, 429, 429]);
    expect(read).toHaveLength(2);
    expect(await statusesFrom("192.0.2.7", 1)).toEqual([200]);
    expect(await statusesFrom("192.0.2.8", 1, "wrong")).toEqual([401]);
    expect(await statusesFrom("192.0.2.8", 1, "carla")).toEqual([200]);
  });

  test("do not shut out colleagues behind the same address whose token was good before", async () => {
    await statusesFrom("192.0.2.9", 1, "wrong");
    await statusesFrom("192.0.2.9", 1, "dora");
    await statusesFrom("192.0.2.9", 1, "wrong");

    expect(await statusesFrom("192.0.2.9", 2, "dora")).toEqual([200, 200]);
    expect(await statusesFrom("192.0.2.9", 1, "emil")).toEqual([429]);
  });
});

describe("the setting", () => {
  let told = 0;
  const log = {
    warn: () => {
      told++;
    },
  };
  const rates = (RATE_LIMIT: string) => new Rates(byName, readEnvironment({ RATE_LIMIT }).door, log);
  const count = (counted: Rates, address: string, times: number) => {
    for (let time = 0; time < times; time++) counted.count(address);
  };

  test("without it 6000 a minute may come from elsewhere, and any number from this machine", () => {
    const preset = rates("");
    count(preset, "192.0.2.1", 6_000);
    for (let times = 0; times < 3; times++) expect(() => count(preset, "192.0.2.1", 1)).toThrow("Too many requests");
    expect(told).toBe(1);
    for (const here of ["127.0.0.1", "127.0.1.1", "::1"]) count(preset, here, 7_000);
    expect(() => count(preset, "128.0.0.1", 6_001)).toThrow("Too many requests");
  });

  test("holds for this machine too, and 0 means: any number, from anywhere", () => {
    expect(() => count(rates("2"), "127.0.0.1", 3)).toThrow("Too many requests");
    expect(() => count(rates("0"), "192.0.2.1", 7_000)).not.toThrow();
  });
});
