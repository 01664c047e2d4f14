import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { hashOf } from "../../src/api/documents/trusted-documents.js";
import type { Path } from "../../src/api/planning.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { createLog } from "../../src/platform/log.js";
import { testDatabase } from "../support/database.js";
import { type TestServer, testServer } from "../support/server.js";
import { as, asProgram, identifying, send } from "./asked.js";

const FOREIGN = "query Fremd { measures(first: 1) { totalCount } }";
const TRUSTED = { documentId: "Zahlen" };

const statements: string[] = [];
const paths: Path[] = [];
const lines: string[] = [];
let server: TestServer;

beforeAll(async () => {
  server = await testServer({
    identifying,
    documents: { mode: "enforce" },
    counted: (path) => void paths.push(path),
    log: createLog({ logLevel: "info" }, { write: (line) => void lines.push(line) }),
    data: async () => {
      const made = await testDatabase();
      return { ...made, serving: counting(made.serving) };
    },
  });
});
afterAll(() => server.close());

const counting = (database: Database): Database => ({
  ...database,
  query: <Row>(statement: Statement) => {
    statements.push(statement.text);
    return database.query<Row>(statement);
  },
});

const told = (): Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ document }) => document !== undefined);

/** What was done for a request: statements and answers. */
async function doneFor(request: () => Promise<{ status: number }>): Promise<object> {
  [statements, paths, lines].forEach((each) => (each.length = 0));
  const { status } = await request();
  return { status, statements: statements.length, paths: [...paths] };
}

const NOTHING = { status: 403, statements: 0, paths: [] };

describe("a document on no list", () => {
  test("reaches neither planner nor resolver nor SQL, however often it comes", async () => {
    for (let times = 0; times < 4; times++)
      for (const method of ["POST", "GET"])
        expect(await doneFor(() => send(server, method, { query: FOREIGN }, as("STAFF")))).toEqual(NOTHING);
    expect(await doneFor(() => send(server, "POST", TRUSTED, as("STAFF")))).toMatchObject({
      status: 200,
      paths: ["planned"],
    });
  });

  test.each([
    ["no GraphQL", "{ measures { "],
    ["a bomb of fragments", `{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A }`],
    ["more tokens than may be", `{ ${"a ".repeat(5_000)} }`],
    ["a question for the schema", "{ __schema { types { name } } }"],
    ["nothing but a name", "{ __typename }"],
    ["nothing", ""],
    ["a text that no database can hold", `{ search(text: "\\u0000") { totalCount } }`],
    ["the trusted one with a comment more", "# x\n"],
  ])("gets the same answer when it is %s: nothing of it is looked at", async (_name, query) => {
    const plain = await send(server, "POST", { query: FOREIGN });
    const said = await send(server, "POST", { query });
    expect(said).toEqual(plain);
    expect(said.text).not.toMatch(/measures|__schema|totalCount/);
  });

  test("comes through in no other form", async () => {
    const persistedQuery = { version: 1, sha256Hash: hashOf(FOREIGN) };
    const text = { query: FOREIGN };
    const trusted = { version: 1, sha256Hash: hashOf("query Fremd { __typename }") };
    const forms: [string, unknown][] = [
      ["with its hash", { ...text, extensions: { persistedQuery } }],
      ["with another hash", { ...text, extensions: { persistedQuery: trusted } }],
      ["with another version", { ...text, extensions: { persistedQuery: { ...persistedQuery, version: 2 } } }],
      ["as a hash of another version", { extensions: { persistedQuery: { ...persistedQuery, version: "1" } } }],
      ["as a hash in a list", { extensions: { persistedQuery: { version: 1, sha256Hash: [hashOf(FOREIGN)] } } }],
      ["as only a hash", { extensions: { persistedQuery } }],
      ["under the name of a trusted operation", { ...text, operationName: "Zahlen" }],
      ["with an id that is null", { ...text, documentId: null }],
      ["as a list", [text]],
      ["as a list of texts", { query: [FOREIGN] }],
      ["as what a parser makes of it", { query: { kind: "Document", definitions: [] } }],
      ["as nothing", {}],
      ["as null", null],
      ["as a text", JSON.stringify(FOREIGN)],
      ["with its id as a list", { documentId: [hashOf(FOREIGN)] }],
      ["with the id of a trusted one as a list", { documentId: ["Zahlen"] }],
      ["with extensions as a text", { ...text, extensions: JSON.stringify({ persistedQuery }) }],
      ["with the name of what every object has", { documentId: "constructor" }],
    ];
    for (const [name, body] of forms) {
      const done = await doneFor(() => server.post(body));
      expect([name, done]).toEqual([name, NOTHING]);
    }
  });

  test.each([
    ["query twice", (query: string) => `query=${query}&query=${query}`],
    ["an id twice", (query: string) => `query=${query}&documentId=Zahlen&documentId=Suche`],
    ["an empty id", (query: string) => `query=${query}&documentId=`],
    ["variables that are no JSON", (query: string) => `query=${query}&variables=x`],
    ["extensions that are no JSON", (query: string) => `query=${query}&extensions=x`],
    ["its operation twice", (query: string) => `query=${query}&operationName=Fremd&operationName=Fremd`],
    ["nothing else", (query: string) => `query=${query}`],
    ["nothing at all", () => ""],
  ])("comes through no address with %s", async (_name, parameters) => {
    const address = `${server.endpoint}?${parameters(encodeURIComponent(FOREIGN))}`;
    for (const type of ["", "application/json", "text/plain"]) {
      const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
      const { status, statements: many, paths: taken } = (await doneFor(() => fetch(address, { headers }))) as never;
      expect([many, taken]).toEqual([0, []]);
      expect([400, 403]).toContain(status);
    }
  });
});

describe("the log", () => {
  test("names a refused document by its hash and operation, who sent it, and nothing of it", async () => {
    const query =
      'query Geheim($name: String!) { persons(where: { name: { eq: "Erika Mustermann" } }) { totalCount } }';
    await doneFor(() => send(server, "POST", { query, variables: { name: "Erika" } }, asProgram({ mode: "enforce" })));
    expect(told()).toEqual([
      expect.objectContaining({
        msg: "foreign document refused",
        document: hashOf(query),
        operation: "Geheim",
        client: "sg_test",
        times: 1,
      }),
    ]);
    expect(lines.join()).not.toMatch(/Erika|persons/);
  });

  test("names an answered one in mode log, kept or not, at its 1st and 10th time", async () => {
    const query = "# Wie viele?\n# Und wo?\n\nquery AusDemPortal { measures { totalCount } }";
    const ask = () => send(server, "GET", { query }, asProgram({ mode: "log" }));
    expect(await doneFor(ask)).toMatchObject({ status: 200 });
    const first = told();
    lines.length = 0;
    for (let times = 0; times < 20; times++) expect((await ask()).status).toBe(200);
    expect([...first, ...told()]).toEqual(
      [1, 10].map((times) =>
        expect.objectContaining({ msg: "foreign document answered", operation: "AusDemPortal", times }),
      ),
    );
    expect(paths).toContain("cached");
  });

  test.each([
    ["lines of its own", { query: `${FOREIGN} # 2`, operationName: 'a\n{"level":50}' }],
    ["an id that is no word", { documentId: "x\ny" }],
    ["a hash that is no hash", { extensions: { persistedQuery: { version: 1, sha256Hash: "a b\u001b[2J" } } }],
  ])("lets no client write %s", async (_name, body) => {
    await doneFor(() => send(server, "POST", body));
    const [{ document, operation }] = told() as [Record<string, string>];
    expect([document, operation]).toContain("unreadable");
  });

  test("is written in no time, whatever the document begins with", async () => {
    const begun = performance.now();
    await send(server, "POST", { query: `${"#  \n".repeat(40_000)} !` });
    await send(server, "POST", { query: "# ".repeat(80_000) });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe("answers", () => {
  test("that are kept go only to those who may ask for them", async () => {
    const own = asProgram({ mode: "off" });
    const strict = asProgram({ mode: "enforce" });
    for (let times = 0; times < 3; times++)
      expect((await send(server, "GET", { query: FOREIGN }, own)).status).toBe(200);
    expect(paths.at(-1)).toBe("cached");
    expect(await doneFor(() => send(server, "GET", { query: FOREIGN }, strict))).toEqual(NOTHING);
  });

  test("to the same document are the same bytes, whichever way it is named", async () => {
    const bodies = [
      TRUSTED,
      { documentId: "Zahlen", operationName: "Zahlen" },
      { documentId: "Zahlen", variables: {} },
    ];
    const found = new Set<string>();
    for (const method of ["POST", "GET", "POST", "GET", "POST"])
      for (const body of bodies) found.add((await send(server, method, body)).text);
    expect(found.size).toBe(1);
  });

  test("to a GET can be asked for again by their ETag", async () => {
    const address = `${server.endpoint}?documentId=Zahlen`;
    const etags: (string | null)[] = [];
    for (let times = 0; times < 3; times++) etags.push((await fetch(address)).headers.get("etag"));
    const again = await fetch(address, { headers: { "if-none-match": etags.at(-1)! } });
    expect(again.status).toBe(304);
  });
});
