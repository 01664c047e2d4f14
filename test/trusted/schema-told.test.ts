import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DocumentsEnvironment } from "../../src/platform/documents-environment.js";
import { type TestServer, testServer } from "../support/server.js";
import { as, asProgram, identifying, send } from "./asked.js";

type Least = DocumentsEnvironment["introspection"];

const RISING = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN"] as const;
const SETTINGS: readonly Least[] = ["PUBLIC", "STAFF", "ADMIN", undefined];

let servers: ReadonlyMap<Least, TestServer>;
beforeAll(async () => {
  const made = SETTINGS.map(async (least) => {
    const documents = { introspection: least, suggestions: least };
    return [least, await testServer({ identifying, documents })] as const;
  });
  servers = new Map(await Promise.all(made));
});
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())));

/** Everyone who may ask, with what they count as; a program is told what staff is told. */
const EVERYONE = [...RISING.map((role) => [role, role, as(role)] as const), ["SERVICE", "STAFF", asProgram()] as const];

const isToldTo = (least: Least, role: (typeof RISING)[number]): boolean =>
  least !== undefined && RISING.indexOf(role) >= RISING.indexOf(least);

const INTROSPECTION = [
  "{ __schema { queryType { name } } }",
  '{ __type(name: "Measure") { name } }',
  "{ a: __schema { types { name } } measures { totalCount } }",
  "query A { ...F } fragment F on Query { ... on Query { x: __schema { description } } }",
  "query A { __typename } query B { __schema { description } }",
  "{ measures { totalCount } __schema @skip(if: true) { description } }",
];

const MISTAKEN: [string, object?][] = [
  ["{ mesures { totalCount } }"],
  ["{ measures(wher: {}) { totalCount } }"],
  ["{ measures(where: { titel: {} }) { totalCount } }"],
  ["{ measures(where: { status: { eq: COMPLETE } }) { totalCount } }"],
  ["{ measures { nodes { sources } } }"],
  ["fragment F on Measur { title } { measures { nodes { ...F } } }"],
  ["query ($where: MeasureFilte) { measures(where: $where) { totalCount } }"],
  ["query ($where: MeasureFilter) { measures(where: $where) { totalCount } }", { where: { titel: {} } }],
  [
    "query ($where: MeasureFilter) { measures(where: $where) { totalCount } }",
    { where: { status: { eq: "COMPLETE" } } },
  ],
];

describe.each(SETTINGS)("where the schema is told from %s on", (least) => {
  test.each(EVERYONE)("%s is told it as is due", async (_name, role, headers) => {
    for (const query of INTROSPECTION)
      for (const method of ["POST", "GET", "POST"]) {
        const { status, body } = await send(
          servers.get(least)!,
          method,
          query.includes("query A") ? { query, operationName: "A" } : { query },
          headers,
        );
        if (isToldTo(least, role)) expect([query, status, body.errors]).toEqual([query, 200, undefined]);
        else
          expect([query, status, body]).toEqual([
            query,
            403,
            {
              errors: [
                {
                  message: expect.stringMatching(/^This server does not tell its schema/),
                  extensions: { code: "FORBIDDEN", message: { en: expect.any(String), de: expect.any(String) } },
                },
              ],
            },
          ]);
      }
  });

  test.each(EVERYONE)(
    "%s is told what was meant as is due, of documents and of variables",
    async (_name, role, headers) => {
      for (const [query, variables = {}] of MISTAKEN)
        for (const method of ["POST", "GET"]) {
          const { text, body } = await send(servers.get(least)!, method, { query, variables }, headers);
          expect(["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]).toContain(body.errors[0].extensions.code);
          expect([query, text.includes("Did you mean")]).toEqual([query, isToldTo(least, role)]);
        }
    },
  );

  test.each(EVERYONE)(
    "%s is told names of types beside the data, and trusted documents tell what they tell",
    async (_name, _role, headers) => {
      const server = servers.get(least)!;
      const plain = await send(
        server,
        "POST",
        { query: "{ __typename measures { __typename nodes { __typename } } }" },
        headers,
      );
      expect(plain.body.data.__typename).toBe("Query");
      const page = await send(server, "POST", { documentId: "Antwort" }, headers);
      expect(page.status).toBe(200);
      expect(page.body.data.statuses.enumValues).toContainEqual({ name: "PLANNED", description: expect.any(String) });
    },
  );
});

test("a document that was answered to an administrator is refused to others all the same", async () => {
  const server = servers.get("ADMIN")!;
  const query = '{ measures { totalCount } __type(name: "Goal") { name } }';
  for (let times = 0; times < 3; times++) expect((await send(server, "POST", { query }, as("ADMIN"))).status).toBe(200);
  for (const role of ["PUBLIC", "STAFF", "STEWARD"])
    expect((await send(server, "POST", { query }, as(role))).status).toBe(403);
});

test("a schema that a variable leaves out is refused to others too, whether it is left out or not", async () => {
  const server = servers.get("ADMIN")!;
  const query = "query ($without: Boolean!) { measures { totalCount } __schema @skip(if: $without) { description } }";
  const status = async (without: boolean, role: string) =>
    (await send(server, "POST", { query, variables: { without } }, as(role))).status;
  for (const without of [true, true, true, false]) expect(await status(without, "ADMIN")).toBe(200);
  for (const without of [true, false]) expect(await status(without, "STEWARD")).toBe(403);
});
