import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { identifierOf } from "../../src/access/identity/identifier.js";
import { createLog } from "../../src/platform/log.js";
import { type TestServer, testServer } from "../support/server.js";
import { ALGORITHM } from "./forgeries/algorithm.js";
import { CLAIM } from "./forgeries/claim.js";
import { FORM } from "./forgeries/form.js";
import { KEY } from "./forgeries/key.js";
import { type Forger, forgerWith } from "./forger.js";
import { listener, signed } from "./provider.js";

let forger: Forger;
let server: TestServer;
let answered: string[] = [];
const log = createLog({ logLevel: "silent" });
const QUESTION = { query: "{ themes { totalCount } }" };
const ADMINS_ONLY = { query: "{ serviceTokens { id } }" };

beforeAll(async () => {
  forger = await forgerWith(await listener());
  // The trap would be glad to publish the forger's keys.
  forger.trap.answer = (_request, response) => {
    const keys = [{ ...forger.own.rsa.published, kid: "mine" }];
    response.end(JSON.stringify({ keys, issuer: forger.trap.url, jwks_uri: `${forger.trap.url}/jwks` }));
  };
  const environment = { oidc: forger.provider.oidc };
  server = await testServer({
    identifying: (database) => identifierOf({ environment, database, log }),
    counted: (path) => answered.push(path),
  });
  // So that a kept answer is there to be had.
  for (let times = 0; times < 3; times++) await server.post(QUESTION);
});
afterAll(async () => {
  await server.close();
  await forger.provider.stop();
  await forger.trap.stop();
});

interface Seen {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

async function sent(authorization: string, question = QUESTION): Promise<Seen> {
  return seen(await server.post(question, { authorization }));
}

async function seen(response: Response): Promise<Seen> {
  const { date: _, "x-request-id": __, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

const REFUSED = {
  status: 401,
  headers: expect.objectContaining({ "www-authenticate": "Bearer", "cache-control": "no-store" }),
  body: JSON.stringify({
    errors: [
      {
        message: "The token is not valid, or not any more. Please sign in again.",
        extensions: {
          code: "UNAUTHENTICATED",
          message: {
            en: "The token is not valid, or not any more. Please sign in again.",
            de: "Das Token ist nicht oder nicht mehr gültig. Bitte melden Sie sich erneut an.",
          },
        },
      },
    ],
  }),
};

const FORGERIES = [...ALGORITHM, ...KEY, ...CLAIM, ...FORM];

describe("a token of the provider", () => {
  test.each(["rsa", "curve", "edwards"] as const)("opens what it may, signed by its %s key", async (key) => {
    const token = await signed(forger.claims(), forger[key]);
    expect((await sent(`Bearer ${token}`, ADMINS_ONLY)).body).toBe('{"data":{"serviceTokens":[]}}\n');
  });

  test.each(["JWT", "at+jwt", "application/at+jwt", "AT+JWT"])("opens what it may as %s", async (typ) => {
    const token = await forger.issued({}, { typ });
    expect((await sent(`bearer  ${token}`, ADMINS_ONLY)).body).toBe('{"data":{"serviceTokens":[]}}\n');
  });

  test("may be 25 seconds late or early, as clocks are, and be for others besides", async () => {
    const at = Math.floor(Date.now() / 1000);
    const token = await forger.issued({ exp: at - 25, nbf: at + 25, aud: ["account", "stadtgraph"] });
    expect((await sent(`Bearer ${token}`, ADMINS_ONLY)).body).toBe('{"data":{"serviceTokens":[]}}\n');
  });
});

describe("a forged token gets one and the same 401, and reaches nothing", () => {
  let uniform: Seen;
  beforeEach(async () => {
    uniform = await sent("Bearer x");
    answered = [];
  });

  test.each(FORGERIES)("%s", async (_name, make) => {
    const token = await make(forger);
    const answer = await sent(`Bearer ${token}`);
    expect(answer).toEqual(REFUSED);
    expect(answer).toEqual(uniform);
    const url = `${server.endpoint}?query=${encodeURIComponent(QUESTION.query)}`;
    expect(await seen(await fetch(url, { headers: { authorization: `Bearer ${token}` } }))).toEqual(uniform);
    expect({ answered, trapped: forger.trap.asked }).toEqual({ answered: [], trapped: [] });
  });

  test.each([
    ["nothing", () => ""],
    ["no token", () => "Bearer"],
    ["only blanks", () => "Bearer   "],
    ["no scheme", (token: string) => token],
    ["another scheme", (token: string) => `DPoP ${token}`],
    ["a password", () => `Basic ${btoa("admin:admin")}`],
    ["two schemes", (token: string) => `Bearer Bearer ${token}`],
    ["two tokens", (token: string) => `Bearer ${token}, Bearer ${token}`],
    ["a token and something more", (token: string) => `Bearer ${token} ${token}`],
    ["a colon", (token: string) => `Bearer: ${token}`],
  ])("a header with %s", async (_name, header) => {
    expect(await sent(header(await forger.issued()))).toEqual(uniform);
    expect(answered).toEqual([]);
  });

  test.each([
    ["first", 0],
    ["last", 1],
  ])("two headers, the %s of which would be right", async (_name, place) => {
    const values = ["Bearer x", "Bearer x"].with(place, `Bearer ${await forger.issued()}`);
    expect(await statusOfRaw(values)).toBe(401);
    expect(answered).toEqual([]);
  });

  test("a header that is larger than any header may be is not read at all", async () => {
    const response = await server.post(QUESTION, { authorization: `Bearer ${"A".repeat(20_000)}` });
    expect(response.status).toBe(431);
    expect(answered).toEqual([]);
  });

  test("there were many of them, and the provider was hardly asked for the keys that they made up", () => {
    expect(FORGERIES.length).toBeGreaterThan(100);
    expect(new Set(FORGERIES.map(([name]) => name)).size).toBe(FORGERIES.length);
    expect(new Set(forger.provider.asked)).toEqual(new Set(["/.well-known/openid-configuration", "/jwks"]));
    expect(forger.provider.asked.length).toBeLessThan(12);
  });

  test("after all of them an honest token is taken, and nobody without one is an administrator", async () => {
    const honest = await sent(`Bearer ${await forger.issued()}`, ADMINS_ONLY);
    expect(honest.body).toBe('{"data":{"serviceTokens":[]}}\n');
    expect(await (await server.post(ADMINS_ONLY)).json()).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
  });
});

/** fetch would put both headers into one. */
function statusOfRaw(authorization: string[]): Promise<number | undefined> {
  const headers = { "content-type": "application/json", accept: "application/json", authorization };
  return new Promise((resolve, reject) => {
    const asking = request(server.endpoint, { method: "POST", headers: headers as never }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on("error", reject).end(JSON.stringify(QUESTION));
  });
}
