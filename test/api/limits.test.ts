import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { createPool } from "../../src/platform/database/connections/pool.js";
import { databaseOf } from "../../src/platform/database/connections/database-of.js";
import { SERVER_ROLE } from "../../src/platform/database/roles.js";
import { insert } from "../support/rows.js";
import { type TestDatabase, testDatabase } from "../support/database.js";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
const closing: TestServer[] = [];
afterAll(() => Promise.all([server, ...closing].map((each) => each.close())));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers by the shape of the question
type Answer = any;

const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  (await server.post({ query, variables }, headers)).json();

const LIMITS: Readonly<Record<string, number>> = {
  ...{ depth: 20, fields: 400, aliases: 30, tokens: 1_000, cost: 500_000 },
  statementTimeout: 2_500,
};

const WIDE =
  "query ($n: Int) { measures(first: $n) { nodes { themes(first: 500) { nodes { measures(first: 500) { nodes { title } } } } } } }";

test("a question over the limit is refused before anything runs, with its cost and the limit, on either path", async () => {
  const ways = [{}, { "stadtgraph-path": "planned" }, { "stadtgraph-path": "resolved" }] as Record<string, string>[];
  for (const headers of ways) {
    const { errors, extensions, data } = await ask(WIDE, { n: 500 }, headers);
    expect(data).toBeUndefined();
    expect(errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "cost", limit: 500_000 });
    expect(errors[0].extensions.cost).toBe(extensions.cost.estimated);
    expect(extensions.cost.estimated).toBeGreaterThan(500_000);
  }
});

test.each([
  ["depth", `{ themes { nodes ${"{ parent ".repeat(20)} { title } ${"}".repeat(20)} } }`],
  ["fields", `{ themes { nodes { ${"title ".repeat(400)} } } }`],
  ["aliases", `{ themes { nodes { ${Array.from({ length: 31 }, (_, at) => `a${at}: title`).join(" ")} } } }`],
  ["tokens", `{ themes { nodes { ${"title ".repeat(1_000)} } } }`],
  ["cost", WIDE.replace("Int", "Int = 500")],
])("whoever meets the limit of %s is told all of them", async (attribute, query) => {
  const { errors, extensions } = await ask(query);
  expect(errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute, limit: LIMITS[attribute] });
  expect(extensions.cost.limits).toEqual(LIMITS);
});

test("whoever reads the newer media type learns of the refusal by the status as well, of cost as of depth", async () => {
  const accept = "application/graphql-response+json";
  for (const query of [WIDE.replace("Int", "Int = 500"), `{ themes ${"{ nodes ".repeat(30)} ${"}".repeat(30)} }`])
    expect((await server.post({ query }, { accept })).status).toBe(400);
  expect((await server.post({ query: "{ themes { totalCount } }" }, { accept })).status).toBe(200);
});

test("other refusals tell no limits, and neither does an answer", async () => {
  const limitless = async (query: string) => (await ask(query)).extensions as unknown;
  expect(await limitless("{ themes { nodes { nothing } } }")).toBeUndefined();
  expect(await limitless("{ themes(first: 501) { totalCount } }")).toBeUndefined();
  expect(await limitless("{ themes { totalCount } }")).toBeUndefined();
});

test("the same question with shorter lists is answered, and says what it was estimated to cost", async () => {
  const { data, extensions } = await ask(WIDE, { n: 5 }, { "stadtgraph-explain": "1" });
  expect(data.measures.nodes).toEqual([]);
  expect(extensions.cost).toEqual({ estimated: 5 + 5 * 50 + 5 * 50 * 50, limit: 500_000 });
  expect(extensions.explain).toMatchObject({ path: "planned", statements: 1 });
});

const DEEP =
  "themes(first: 500) { nodes { measures(first: 500) { nodes { themes(first: 500) { nodes { title } } } } } }";
const BELOW = `... on Measure { ${DEEP} }`;
const FRAGMENT = `fragment M on Measure { ${DEEP} }`;
const MANY = JSON.stringify(
  Array.from({ length: 50 }, (_, number) => `mea_0199aaaa-0000-7000-8000-${100_000_000_000 + number}`),
);

test.each([
  [
    "one node",
    `{ node(id: "mea_0199aaaa-0000-7000-8000-100000000000") { ...on Measure { measures: themes(first: 500) { nodes { measures(first: 500) { nodes { ${DEEP} } } } } } } }`,
  ],
  ["several nodes", `{ nodes(ids: ${MANY}) { ${BELOW} } }`],
  ["found nodes", `{ search(text: "Rad", first: 100) { nodes { ${BELOW} } } }`],
  [
    "found nodes, by a fragment in fragments",
    `{ search(text: "Rad", first: 100) { nodes { ... on Node { ... @include(if: true) { ...M } } } } } ${FRAGMENT}`,
  ],
  ["hits", `{ search(text: "Rad", first: 100) { hits { node { ${BELOW} } } } }`],
  ["what statements are about", `{ statements(first: 500) { nodes { subject { ${BELOW} } } } }`],
])("what is asked below %s, of whichever kind, counts as well", async (_name, query) => {
  const { errors } = await ask(query);
  expect(errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "cost", limit: 500_000 });
});

test("what is left out of an interface costs nothing, and what is asked of several kinds is added up", async () => {
  const query = `query ($deep: Boolean!) { search(text: "Rad", first: 10) { nodes { label
    ... @include(if: $deep) { ... on Measure { deep: ${DEEP} } } ... on Measure @skip(if: true) { skipped: ${DEEP} }
    ... on Measure { themes(first: 20) { nodes { title } } } ... on Theme { measures(first: 30) { nodes { title } } } } } }`;
  const { extensions } = await ask(query, { deep: false }, { "stadtgraph-explain": "1" });
  expect(extensions.cost.estimated).toBe(10 + 10 * 2 + 10 * 3);
});

test("a name that the planner cannot use does not lead past the cost limit", async () => {
  const alias = "a".repeat(70);
  const { errors } = await ask(WIDE.replace("{ title }", `{ ${alias}: title }`), { n: 500 });
  expect(errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "cost" });
});

test("four levels as a steward asks them stay far below the limit", async () => {
  const query = `{ departments(first: 50) { nodes { name ledMeasures { nodes { title themes { nodes { title measures(first: 20) { totalCount nodes { title } } } } } } } } }`;
  const { extensions } = await ask(query, {}, { "stadtgraph-explain": "1" });
  expect(extensions.cost.estimated).toBeLessThan(50_000);
});

test("explains the resolvers too: every statement that they took, and the same cost", async () => {
  const query = "{ departments(first: 5) { nodes { key isOpen } } }";
  const { extensions } = await ask(query, {}, { "stadtgraph-explain": "1" });
  const { path, statements, cost, sql } = extensions.explain;
  expect([path, statements, cost]).toEqual(["resolved", 1, 5]);
  expect(sql).toEqual([expect.stringMatching(/^SELECT .* FROM .*"department"/s)]);
});

test.each([
  ["a field", (many: string) => `{ __typename ${many} }`],
  ["an operation", (many: string) => `query Q ${many} { __typename }`],
  ["a variable", (many: string) => `query ($n: Int ${many}) { measures(first: $n) { totalCount } }`],
  ["a fragment", (many: string) => `{ ...F } fragment F on Query ${many} { __typename }`],
  ["a spread", (many: string) => `{ ...F ${many} } fragment F on Query { __typename }`],
  ["a fragment inside", (many: string) => `{ ... ${many} { __typename } }`],
])("eleven directives on %s are too many", async (_name, query) => {
  const directives = async (count: number) =>
    (await ask(query("@a ".repeat(count)))).errors.map((error: Answer) => error.extensions.attribute as unknown);
  expect(await directives(11)).toContain("directives");
  expect(await directives(10)).not.toContain("directives");
});

test("a question about the schema may be six levels deeper than others, as the usual one is", async () => {
  const strict = await testServer({ settings: { LIMIT_DEPTH: "10" } });
  closing.push(strict);
  const told = async (query: string): Promise<Answer> => (await strict.post({ query })).json();
  const levels = (count: number) =>
    `{ __type(name: "Query") ${"{ ofType ".repeat(count)} { name } ${"}".repeat(count)} }`;
  expect((await told(getIntrospectionQuery())).data.__schema.queryType.name).toBe("Query");
  expect((await told(levels(14))).errors).toBeUndefined();
  expect((await told(levels(15))).errors[0].extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "depth" });
  const nested = `{ measures { nodes ${"{ parent ".repeat(8)} { title } ${"}".repeat(8)} } }`;
  expect((await told(nested)).errors[0].extensions).toMatchObject({ attribute: "depth", limit: 10 });
});

/** A database whose server has 100 ms for each statement. */
async function inAHurry(): Promise<TestDatabase> {
  const made = await testDatabase();
  const serving = databaseOf(createPool(made.url, { size: 2, role: SERVER_ROLE, statementTimeout: 100 }));
  const close = () => Promise.all([made.serving.close(), serving.close()]).then(() => made.close());
  return { ...made, serving, close };
}

test("a statement that takes too long is ended, and the answer says after how long, whichever way it was asked", async () => {
  const hurried = await testServer({ data: inAHurry, settings: { STATEMENT_TIMEOUT_MS: "100" } });
  closing.push(hurried);
  await insert(hurried.database, "theme", [{ key: "t", title: "Thema", kind: "TOPIC" }]);
  const query = "{ themes { totalCount } }";
  expect((await hurried.post({ query })).status).toBe(200); // past Apollo from now on
  await hurried.database.query({ text: "ALTER TABLE theme RENAME TO quick_theme", values: [] });
  const slow = "CREATE VIEW theme AS SELECT quick_theme.* FROM quick_theme CROSS JOIN pg_sleep(1)";
  await hurried.database.query({ text: slow, values: [] });
  await hurried.database.query({ text: "GRANT SELECT ON theme TO stadtgraph_server", values: [] });
  const ways = [{}, { "stadtgraph-path": "planned" }, { "stadtgraph-path": "resolved" }] as Record<string, string>[];
  for (const headers of ways) {
    const response = await hurried.post({ query }, headers);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "1"]);
    const { errors, extensions: beside } = (await response.json()) as Answer;
    const [{ extensions }] = errors;
    expect(extensions).toMatchObject({ code: "SERVICE_UNAVAILABLE", attribute: "statementTimeout", limit: 100 });
    expect(beside.cost.limits.statementTimeout).toBe(100);
    expect(extensions.message).toEqual({
      en: expect.stringContaining("100 ms"),
      de: expect.stringContaining("100 ms"),
    });
  }
});
