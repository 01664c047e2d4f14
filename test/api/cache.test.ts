import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { insert } from "../support/rows.js";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
let strict: TestServer;
beforeAll(async () => {
  server = await testServer();
  strict = await testServer({ settings: { NODE_ENV: "production" } });
  await insert(
    server.database,
    "theme",
    Array.from({ length: 60 }, (_, index) => ({ key: `t${index}`, title: `Thema ${index}`, kind: "TOPIC" })),
  );
});
afterAll(() => Promise.all([server.close(), strict.close()]));

const QUERY = "{ themes(first: 60) { nodes { key title sources { label } } } }";
const explained = async (query: string): Promise<{ path: string; body: { data: unknown } }> => {
  const body = (await (await server.post({ query }, { "stadtgraph-explain": "1" })).json()) as {
    data: unknown;
    extensions: { explain: { path: string } };
  };
  return { path: body.extensions.explain.path, body };
};

test("a question is kept from its second time on, and forgotten when a table it was read from changes", async () => {
  const first = await explained(QUERY);
  const paths = [first.path, (await explained(QUERY)).path, (await explained(QUERY)).path];
  expect(paths).toEqual(["planned", "planned", "cached"]);
  await insert(server.database, "person", [{ key: "p", name: "Jemand" }]);
  expect((await explained(QUERY)).path).toBe("cached");
  await server.database.query({ text: "UPDATE theme SET title = 'Neu' WHERE key = 't0'", values: [] });
  const after = await explained(QUERY);
  expect(after.path).toBe("planned");
  expect(JSON.stringify(after.body.data)).toContain("Neu");
});

test("a kept answer is the same bytes as a computed one, plain and compressed", async () => {
  const url = `${server.endpoint}?query=${encodeURIComponent("{ themes(first: 59) { nodes { title } } }")}`;
  const texts: string[] = [];
  for (const encoding of ["identity", "identity", "identity", "gzip", "br"])
    texts.push(await (await fetch(url, { headers: { "accept-encoding": encoding } })).text());
  expect(new Set(texts).size).toBe(1);
});

test.each([
  ["gzip, br", "br"],
  ["br;q=0, gzip", "gzip"],
  ["BR;q=0.000 , gzip;q=0", null],
  ["brotli, gzipped", null],
])("of the encodings %s a kept answer comes in %s", async (accepted, encoding) => {
  const url = `${server.endpoint}?query=${encodeURIComponent("{ themes(first: 58) { nodes { title } } }")}`;
  const { headers } = await fetch(url, { headers: { "accept-encoding": accepted } });
  expect(headers.get("content-encoding")).toBe(encoding);
});

test("one tag among several is recognised, and a weak one as well; another tag is not", async () => {
  const url = `${server.endpoint}?query=${encodeURIComponent("{ themes(first: 3) { nodes { title } } }")}`;
  const etag = (await fetch(url)).headers.get("etag")!;
  const statusFor = async (tags: string) => (await fetch(url, { headers: { "if-none-match": tags } })).status;
  expect([await statusFor(`"other", W/${etag}`), await statusFor(`W/${etag}`), await statusFor("*")]).toEqual([
    304, 304, 304,
  ]);
  expect(await statusFor('"other"')).toBe(200);
});

test("each form of an answer has a tag of its own, by which it is asked for again", async () => {
  const url = `${server.endpoint}?query=${encodeURIComponent("{ themes(first: 57) { nodes { title } } }")}`;
  const tags = new Set<string>();
  for (const encoding of ["identity", "gzip", "br"]) {
    const etag = (await fetch(url, { headers: { "accept-encoding": encoding } })).headers.get("etag")!;
    const again = await fetch(url, { headers: { "accept-encoding": encoding, "if-none-match": etag } });
    expect([again.status, again.headers.get("etag")]).toEqual([304, etag]);
    tags.add(etag);
  }
  expect(tags.size).toBe(3);
});

test("GET answers with an ETag from the first time on and then with 304, until the data changes", async () => {
  const url = `${server.endpoint}?query=${encodeURIComponent("{ themes(first: 2) { nodes { title } } }")}`;
  const etag = (await fetch(url)).headers.get("etag")!;
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  await server.database.query({ text: "UPDATE theme SET title = 'Anders' WHERE key = 't1'", values: [] });
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(200);
});

test("errors, and answers of the resolvers, are not kept", async () => {
  const open = "{ departments { nodes { isOpen } } }";
  for (let times = 0; times < 3; times++) expect((await explained(open)).path).toBe("resolved");
  const missing = { query: '{ theme(key: "gibt-es-nicht") { title } }' };
  for (let times = 0; times < 3; times++)
    expect(await (await server.post(missing)).json()).toMatchObject({
      errors: [{ extensions: { code: "NOT_FOUND" } }],
    });
});

test("a persisted query is known by its hash, by GET as well", async () => {
  const query = "{ themes(first: 1) { totalCount } }";
  const { createHash } = await import("node:crypto");
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") } };
  expect(await (await server.post({ extensions })).json()).toMatchObject({
    errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
  });
  expect(await (await server.post({ query, extensions })).json()).toEqual({ data: { themes: { totalCount: 60 } } });
  const url = `${server.endpoint}?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
  const answer = await fetch(url, { headers: { "apollo-require-preflight": "1" } });
  expect(await answer.json()).toEqual({ data: { themes: { totalCount: 60 } } });
});

test("in production nobody is told by which way an answer came, nor may choose it", async () => {
  const query = "{ themes(first: 5) { nodes { key } } }";
  const answer = async (headers = {}): Promise<string> => (await strict.post({ query }, headers)).text();
  const expected = await answer();

  for (let time = 0; time < 3; time += 1)
    expect(await answer({ "stadtgraph-explain": "1", "stadtgraph-path": "resolved" })).toBe(expected);
  for (let time = 0; time < 3; time += 1) expect(await answer({ "stadtgraph-explain": "1" })).toBe(expected);
});
