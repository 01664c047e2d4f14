import { setTimeout as after } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { type KeyPatience, PATIENCE } from "../../src/access/identity/key-set.js";
import { createLog } from "../../src/platform/log.js";
import { type TestDatabase, testDatabase } from "../support/database.js";
import {
  adminClaims,
  listener,
  type NamedKey,
  newKey,
  now,
  signed,
  type TestProvider,
  testProvider,
} from "./provider.js";

/** As in production, only faster. */
const QUICK: KeyPatience = { fresh: 300, pause: 100, lasting: 60_000 };

let made: TestDatabase;
let [old, young]: NamedKey[] = [];
let provider: TestProvider;
const log = createLog({ logLevel: "silent" });

beforeAll(async () => {
  made = await testDatabase();
  [old, young] = await Promise.all([newKey("ES256", "old"), newKey("ES256", "young")]);
});
afterAll(() => made.close());
afterEach(() => provider.stop());

async function begin(patience = QUICK): Promise<Identify> {
  provider = await testProvider([old!]);
  return identifierOf({ environment: { oidc: provider.oidc }, database: made.database, log, patience });
}

const headerBy = async (key: NamedKey): Promise<string> => `Bearer ${await signed(adminClaims(provider.url), key)}`;

/** What is made of a token of this key: the role, or the code of the refusal. */
const madeOf = async (identify: Identify, key: NamedKey): Promise<string> =>
  identify(await headerBy(key)).then(
    ({ role }) => role,
    (error: unknown) => (error as { extensions: { code: string } }).extensions.code,
  );

describe("keys that change", () => {
  test("a key that the provider puts in is taken as soon as it may be asked again: in production within a minute", async () => {
    expect(PATIENCE.pause).toBeLessThanOrEqual(60_000);
    const identify = await begin({ ...QUICK, fresh: 60_000 });
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    expect(await madeOf(identify, young!)).toBe("UNAUTHENTICATED");
    provider.keys = [old!, young!];
    await after(QUICK.pause + 50);
    expect(await madeOf(identify, young!)).toBe("ADMIN");
    expect(await madeOf(identify, old!)).toBe("ADMIN");
  });

  test("a key that the provider takes out is refused when the known ones have aged: in production within a minute", async () => {
    expect(PATIENCE.fresh).toBeLessThanOrEqual(60_000);
    const identify = await begin();
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    provider.keys = [young!];
    await after(QUICK.fresh + 50);
    expect(await madeOf(identify, old!)).toBe("UNAUTHENTICATED");
    expect(await madeOf(identify, young!)).toBe("ADMIN");
  });

  test("a token that was taken before is refused with its key", async () => {
    const identify = await begin();
    const header = await headerBy(old!);
    expect((await identify(header)).role).toBe("ADMIN");
    expect((await identify(header)).role).toBe("ADMIN");
    provider.keys = [young!];
    await after(QUICK.fresh + 50);
    await expect(identify(header)).rejects.toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
  });

  test("a token that was taken before is refused when it has expired", async () => {
    const identify = await begin();
    const header = `Bearer ${await signed({ ...adminClaims(provider.url), exp: now() - 28 }, old!)}`;
    expect((await identify(header)).role).toBe("ADMIN");
    await after(3_000);
    await expect(identify(header)).rejects.toMatchObject({ extensions: { code: "UNAUTHENTICATED" } });
  });

  test("names of keys that are made up cost the provider one request in a while", async () => {
    const identify = await begin({ ...QUICK, pause: 5_000 });
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    const before = provider.asked.length;
    const madeUp = Array.from({ length: 50 }, (_, index) => madeOf(identify, { ...young!, kid: `no-${index}` }));
    expect(new Set(await Promise.all(madeUp))).toEqual(new Set(["UNAUTHENTICATED"]));
    expect(provider.asked.length).toBe(before);
  });

  test("many who come at once cause one reading", async () => {
    const identify = await begin();
    const all = await Promise.all(Array.from({ length: 20 }, () => madeOf(identify, old!)));
    expect(new Set(all)).toEqual(new Set(["ADMIN"]));
    expect(provider.asked).toEqual(["/.well-known/openid-configuration", "/jwks"]);
  });
});

describe("a provider that fails leaves known keys working", () => {
  const FAILURES: [string, (failing: TestProvider) => void | Promise<void>][] = [
    ["is down", (failing) => failing.stop()],
    ["answers 500", (failing) => void (failing.answer = (_, response) => void response.writeHead(500).end("{}"))],
    ["answers nonsense", (failing) => void (failing.answer = (_, response) => void response.end("<html>"))],
    ["answers another document", (failing) => void (failing.answer = (_, response) => void response.end('{"a":1}'))],
    ["answers with keys that are no list", (failing) => void (failing.answer = (_, r) => void r.end('{"keys":"x"}'))],
    [
      "answers without end",
      (failing) => void (failing.answer = (_, r) => void r.end(`{"keys":["${"x".repeat(400_000)}"]}`)),
    ],
  ];

  test.each(FAILURES)("when it %s", async (_name, fail) => {
    const identify = await begin();
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    await fail(provider);
    await after(QUICK.fresh + 50);
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    expect(await madeOf(identify, young!)).toBe("UNAUTHENTICATED");
  });

  test("when it does not answer at all: one waits the two seconds that it has, and nobody after that", async () => {
    const identify = await begin({ ...QUICK, fresh: 1_500 });
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    provider.answer = () => undefined;
    await after(1_550);
    const waited: number[] = [];
    for (let times = 0; times < 4; times++) {
      const begun = performance.now();
      expect(await madeOf(identify, old!)).toBe("ADMIN");
      waited.push(performance.now() - begun);
      await after(QUICK.pause + 50);
    }
    expect(Math.max(...waited)).toBeLessThan(3_000);
    expect(Math.max(...waited.slice(1))).toBeLessThan(500);
  });

  test("when it sends elsewhere, where nobody goes", async () => {
    const trap = await listener();
    const identify = await begin();
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    provider.answer = (_, response) => void response.writeHead(302, { location: `${trap.url}/jwks` }).end();
    await after(QUICK.fresh + 50);
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    expect(trap.asked).toEqual([]);
    await trap.stop();
  });

  test("but not for ever", async () => {
    const identify = await begin({ ...QUICK, lasting: 400 });
    expect(await madeOf(identify, old!)).toBe("ADMIN");
    await provider.stop();
    await after(450);
    expect(await madeOf(identify, old!)).toBe("SERVICE_UNAVAILABLE");
  });
});

describe("a provider that was never reached", () => {
  test("makes tokens wait, not wrong; the public and service tokens do not need it", async () => {
    const identify = await begin();
    const { answer } = provider;
    provider.answer = (_, response) => void response.writeHead(503).end();
    expect(await madeOf(identify, old!)).toBe("SERVICE_UNAVAILABLE");
    expect(await identify(undefined)).toEqual({ role: "PUBLIC", departments: [] });
    await expect(identify(`Bearer sg_${"0".repeat(16)}_${"A".repeat(43)}`)).rejects.toMatchObject({
      extensions: { code: "UNAUTHENTICATED" },
    });
    provider.answer = answer;
    await after(QUICK.pause + 50);
    expect(await madeOf(identify, old!)).toBe("ADMIN");
  });

  test("is not believed under another name than its own", async () => {
    const identify = await begin();
    provider.answer = (_, response) =>
      void response.end(JSON.stringify({ issuer: "https://evil.example", jwks_uri: `${provider.url}/jwks` }));
    expect(await madeOf(identify, old!)).toBe("SERVICE_UNAVAILABLE");
    expect(provider.asked).toEqual(["/.well-known/openid-configuration"]);
  });
});
