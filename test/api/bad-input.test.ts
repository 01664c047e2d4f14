import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.post({ query: "{ __typename }" });
});
afterAll(() => server.close());

const deep = (levels: number): string => "{ not: ".repeat(levels) + "{}" + " }".repeat(levels);
const deepObject = (levels: number): object => (levels === 0 ? {} : { not: deepObject(levels - 1) });
const where = "query ($where: MeasureFilter) { measures(where: $where) { totalCount } }";

const CASES: [string, unknown, number, string][] = [
  ["an unknown field", { query: "{ measures { nodes { titel } } }" }, 200, "GRAPHQL_VALIDATION_FAILED"],
  ["a wrong type", { query: '{ measures(first: "x") { totalCount } }' }, 200, "GRAPHQL_VALIDATION_FAILED"],
  ["an unknown key", { query: '{ measure(key: "gibt-es-nicht") { title } }' }, 200, "NOT_FOUND"],
  [
    "an unknown id",
    { query: '{ measure(id: "measure_01990000-0000-7000-8000-000000000000") { title } }' },
    200,
    "NOT_FOUND",
  ],
  [
    "an id of another kind",
    { query: '{ measure(id: "theme_01990000-0000-7000-8000-000000000000") { title } }' },
    200,
    "NOT_FOUND",
  ],
  ["what is no id", { query: '{ measure(id: "1 OR 1=1") { title } }' }, 200, "BAD_USER_INPUT"],
  ["neither id nor key", { query: "{ measure { title } }" }, 200, "BAD_USER_INPUT"],
  ["first: 100000", { query: "{ measures(first: 100000) { totalCount } }" }, 200, "BAD_USER_INPUT"],
  ["first: -1", { query: "{ measures(first: -1) { totalCount } }" }, 200, "BAD_USER_INPUT"],
  ["first: 10^12", { query: "{ measures(first: 1000000000000) { totalCount } }" }, 200, "GRAPHQL_VALIDATION_FAILED"],
  ["a broken cursor", { query: '{ measures(after: "%%%") { nodes { title } } }' }, 200, "BAD_USER_INPUT"],
  ["a filter 30 levels deep", { query: `{ measures(where: ${deep(30)}) { totalCount } }` }, 200, "LIMIT_EXCEEDED"],
  [
    "a filter 30 levels deep in a variable",
    { query: where, variables: { where: deepObject(30) } },
    200,
    "LIMIT_EXCEEDED",
  ],
  [
    "variables 5,000 levels deep",
    `{"query":"${where}","variables":{"where":${'{"not":'.repeat(5000)}{}${"}".repeat(5001)}}`,
    400,
    "LIMIT_EXCEEDED",
  ],
  [
    "NUL in a variable",
    { query: "query ($k: String) { measure(key: $k) { title } }", variables: { k: "a\0b" } },
    400,
    "BAD_USER_INPUT",
  ],
  ["NUL in a literal", { query: '{ measure(key: "a\\u0000b") { title } }' }, 200, "BAD_USER_INPUT"],
  [
    "half a surrogate",
    { query: "query ($k: String) { measure(key: $k) { title } }", variables: { k: "\ud800" } },
    400,
    "BAD_USER_INPUT",
  ],
  [
    "an impossible date",
    { query: '{ measures(where: { startsOn: { gte: "2019-02-29" } }) { totalCount } }' },
    200,
    "BAD_USER_INPUT",
  ],
  ["a null operator", { query: "{ measures(where: { title: { eq: null } }) { totalCount } }" }, 200, "BAD_USER_INPUT"],
  ["a null filter inside", { query: "{ measures(where: { process: null }) { totalCount } }" }, 200, "BAD_USER_INPUT"],
  ["no query", {}, 400, "BAD_REQUEST"],
  ["a subscription", { query: "subscription { measures }" }, 200, "GRAPHQL_VALIDATION_FAILED"],
  ["a document that is no GraphQL", { query: "{{{" }, 200, "GRAPHQL_PARSE_FAILED"],
  [
    "an operation that is not there",
    { query: "query A { __typename }", operationName: "B" },
    200,
    "OPERATION_RESOLUTION_FAILURE",
  ],
  [
    "31 aliases",
    { query: `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(" ")} }` },
    200,
    "LIMIT_EXCEEDED",
  ],
  [
    "a document 40 levels deep",
    { query: `{ measures { nodes ${"{ parent ".repeat(38)} { title } ${"}".repeat(38)} } }` },
    200,
    "LIMIT_EXCEEDED",
  ],
  ["10,000 fields", { query: `{ ${"__typename ".repeat(10_000)} }` }, 200, "LIMIT_EXCEEDED"],
  [
    "a fragment inside itself",
    { query: "{ measures { nodes { ...A } } } fragment A on Measure { parent { ...A } }" },
    200,
    "LIMIT_EXCEEDED",
  ],
];

test.each(CASES)("%s gets a clear coded error, fast, without SQL or stack", async (_name, body, status, code) => {
  const begun = performance.now();
  const response = await server.post(body);
  const text = await response.text();
  expect(performance.now() - begun).toBeLessThan(2000);
  expect({ status: response.status, code: JSON.parse(text).errors[0].extensions.code, text }).toMatchObject({
    status,
    code,
  });
  expect(JSON.parse(text).errors[0].extensions.message).toEqual({ en: expect.any(String), de: expect.any(String) });
  expect(text).not.toMatch(/SELECT|FROM|node_modules|at .*\.js|Did you mean/);
});

test("a body of 5 MB is refused before it is read", async () => {
  const response = await server
    .post(JSON.stringify({ query: `{ __typename } # ${"x".repeat(5_000_000)}` }))
    .catch((error: unknown) => error as Error);
  if (response instanceof Error) return expect(response.message).toBe("fetch failed"); // the connection may be closed while the client still sends
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }] });
});

test.each([
  ["PUT", {}, 405],
  ["POST", { "content-type": "text/plain" }, 415],
  ["POST", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["POST", { "content-type": "application/json; charset=utf-16" }, 415],
  ["POST", { "content-type": "application/json", "content-encoding": "gzip" }, 415],
])("%s with %j is answered %i and nothing runs", async (method, headers, status) => {
  const response = await fetch(server.endpoint, {
    method,
    headers: headers as Record<string, string>,
    body: '{"query":"{ __typename }"}',
  });
  expect(response.status).toBe(status);
});

test.each([
  [{ query: "query A { __typename }", operationName: "B" }],
  [{ query: "{ __typename } { __typename }" }],
  [{ query: "query A { __typename } query B { __typename }" }],
])("%j names no operation, also where an explanation is wanted", async (body) => {
  for (const headers of [{}, { "stadtgraph-explain": "1" }] as Record<string, string>[]) {
    const { errors } = (await (await server.post(body, headers)).json()) as {
      errors: { extensions: { code: string } }[];
    };
    expect(["OPERATION_RESOLUTION_FAILURE", "GRAPHQL_VALIDATION_FAILED"]).toContain(errors[0]!.extensions.code);
  }
});

test("after all of this an honest question is answered", async () => {
  expect(await (await server.post({ query: "{ __typename }" })).json()).toEqual({ data: { __typename: "Query" } });
});

test("errors stand in the order of their fields, not in that in which they came to be", async () => {
  const query = '{ late: measure(key: "gibt-es-nicht") { title } early: measure { title } }';

  const { errors } = (await (await server.post({ query })).json()) as { errors: { path: string[] }[] };

  expect(errors.map(({ path }) => path)).toEqual([["late"], ["early"]]);
});
