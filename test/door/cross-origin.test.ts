import { afterEach, expect, test } from "@jest/globals";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
afterEach(() => server.close());

const OTHERS = [
  "https://portal.stadt.example.evil.example",
  "http://portal.stadt.example",
  "https://portal.stadt.example:8443",
  "https://evil.example",
  "null",
];

const PORTAL = "https://portal.stadt.example";
const QUESTION = { query: "{ themes { totalCount } }" };

const start = async (CORS_ORIGINS?: string) =>
  void (server = await testServer({ settings: CORS_ORIGINS === undefined ? {} : { CORS_ORIGINS } }));

const allowed = ({ headers }: Response) => headers.get("access-control-allow-origin");

/** What a browser asks before it lets a page post JSON with a token. */
const asking = (origin: string): Promise<Response> =>
  fetch(server.endpoint, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });

test("no other origin may read anything unless the settings name it", async () => {
  await start();
  expect(await asking(PORTAL)).toMatchObject({ status: 405 });
  expect(allowed(await server.post(QUESTION, { origin: PORTAL }))).toBeNull();
});

test("a named origin may ask with a token, and read the answer with its id, fresh or kept; others may not", async () => {
  await start(`https://other.example, ${PORTAL}`);
  const before = await asking(PORTAL);
  expect(before.status).toBe(204);
  expect(Object.fromEntries(before.headers)).toMatchObject({
    "access-control-allow-origin": PORTAL,
    "access-control-allow-methods": "GET,POST",
    "access-control-allow-headers": "authorization,content-type",
  });
  for (let times = 0; times < 4; times++) {
    const { headers } = await server.post(QUESTION, { origin: PORTAL });
    expect(headers.get("access-control-allow-origin")).toBe(PORTAL);
    expect(headers.get("access-control-expose-headers")).toMatch(/X-Request-Id/);
    expect(headers.get("vary")).toMatch(/origin/i);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  }
  expect(allowed(await server.post("{", { origin: PORTAL }))).toBe(PORTAL);
  for (const origin of OTHERS) {
    expect([origin, allowed(await asking(origin))]).toEqual([origin, null]);
    expect([origin, allowed(await server.post(QUESTION, { origin }))]).toEqual([origin, null]);
  }
});

test("every origin may read what is public when the settings say so", async () => {
  await start("*");
  expect(allowed(await asking(PORTAL))).toBe("*");
  expect(allowed(await server.post(QUESTION, { origin: "null" }))).toBe("*");
});
