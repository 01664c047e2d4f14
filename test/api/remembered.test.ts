import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parse } from "graphql";
import { documentStore } from "../../src/api/documents/remembered.js";
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
  const [known, store] = [new KnownDocuments(), documentStore()];
  for (const number of NUMBERS) {
    known.remember(long(number), undefined, {} as never);
    await store.set(String(number), parse(long(number)));
  }
  const remembered = NUMBERS.filter((number) => known.find(long(number), undefined));
  const stored = await Promise.all(NUMBERS.map((number) => store.get(String(number))));
  expect(remembered.length).toBeGreaterThan(20);
  expect(remembered.length).toBeLessThan(100);
  expect(stored.filter(Boolean).length).toBe(remembered.length);
  expect(remembered).toContain(199);
});

test.each([
  [{ query: "query A { __typename }", operationName: "A" }, { query: "A\nquery A { __typename }" }],
  [{ query: "{ __typename }\n#r" }, { query: "#r", operationName: "{ __typename }" }],
])("a document that is known is no other that looks like it with its name", async (known, other) => {
  for (let time = 0; time < 2; time++) expect((await server.post(known)).status).toBe(200);
  const { errors } = (await (await server.post(other)).json()) as { errors: { extensions: { code: string } }[] };
  expect(errors[0]!.extensions.code).toBe("GRAPHQL_PARSE_FAILED");
});
