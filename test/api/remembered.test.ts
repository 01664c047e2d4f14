import { ApolloServer } from "@apollo/server";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildSchema, parse } from "graphql";
import { rememberDocuments } from "../../src/api/documents/remembered.js";
import { KnownDocuments } from "../../src/api/http/known-documents.js";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const long = (number: number): string => `{ __typename } # ${number}${"x".repeat(190_000)}`;
const NUMBERS = Array.from({ length: 200 }, (_, number) => number);

test("documents that are long and say little take each other's place in what is remembered", async () => {
  const known = new KnownDocuments();
  const apollo = countingApollo();
  for (const number of NUMBERS) {
    known.remember(long(number), undefined, { document: parse(long(number)) } as never);
    await apollo.ask(long(number));
  }
  const remembered = NUMBERS.filter((number) => known.find(long(number), undefined));
  expect(remembered.length).toBeGreaterThan(20);
  expect(remembered.length).toBeLessThan(100);
  expect(remembered).toContain(199);
  expect(apollo.parsed()).toBe(200);
  for (const number of remembered) await apollo.ask(long(number));
  expect(apollo.parsed()).toBe(200);
  await apollo.ask(long(remembered[0]! - 1));
  expect(apollo.parsed()).toBe(201);
});

test("documents that say much in few letters do so too", () => {
  const known = new KnownDocuments();
  const dense = (number: number) => `{ ${"a ".repeat(900)} } # ${number}`;
  const document = parse(dense(0), { maxTokens: 1_000 });
  const numbers = Array.from({ length: 500 }, (_, number) => number);
  for (const number of numbers) known.remember(dense(number), undefined, { document } as never);
  const remembered = numbers.filter((number) => known.find(dense(number), undefined));
  expect(remembered.length).toBeGreaterThan(20);
  expect(remembered.length).toBeLessThan(100);
});

test("a document that does not hold is refused every time, and only one of that very text is remembered", async () => {
  const { ask, parsed } = countingApollo();
  for (const query of ["{ nothing }", "{ nothing }", "{ __typename }", "{ __typename }", "{  __typename }"])
    expect((await ask(query)).errors?.length).toBe(query === "{ nothing }" ? 1 : undefined);
  expect(parsed()).toBe(4);
});

/** An Apollo server that counts how often it parses. */
function countingApollo() {
  let parsed = 0;
  const parsingDidStart = () => Promise.resolve(void (parsed += 1));
  const apollo = new ApolloServer({
    schema: buildSchema("type Query { something: String }"),
    documentStore: null,
    plugins: [rememberDocuments(), { requestDidStart: () => Promise.resolve({ parsingDidStart }) }],
  });
  const ask = async (query: string) => {
    const { body } = await apollo.executeOperation({ query });
    if (body.kind !== "single") throw new Error("One answer was expected");
    return body.singleResult;
  };
  return { ask, parsed: () => parsed };
}

test.each([
  [{ query: "query A { __typename }", operationName: "A" }, { query: "A\nquery A { __typename }" }],
  [{ query: "{ __typename }\n#r" }, { query: "#r", operationName: "{ __typename }" }],
])("a document that is known is no other that looks like it with its name", async (known, other) => {
  for (let time = 0; time < 2; time++) expect((await server.post(known)).status).toBe(200);
  const { errors } = (await (await server.post(other)).json()) as { errors: { extensions: { code: string } }[] };
  expect(errors[0]!.extensions.code).toBe("GRAPHQL_PARSE_FAILED");
});
