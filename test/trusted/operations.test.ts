import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildSchema, parse, validate } from "graphql";
import { readTrusted, tellUnfit } from "../../src/api/documents/read-trusted.js";
import { createLog } from "../../src/platform/log.js";
import { root } from "../rules/planted/house.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";
import { as, identifying, send } from "./asked.js";

const schema = buildSchema(readFileSync(join(root, "schema/schema.graphql"), "utf8"));
const trusted = readTrusted(join(root, "schema/operations"));
const documents = trusted.all.map(({ name, text }) => [name, text] as const);

/** What the clients fill in; those that are not here fill in nothing. */
const VARIABLES: Readonly<Record<string, object>> = {
  AmtImUeberblick: { key: "dezernat-jugend-und-soziales" },
  MassnahmeImDetail: { key: "service-generationen" },
  MassnahmenSeite: { where: { status: { eq: "COMPLETED" } }, orderBy: [{ field: "TITLE" }], first: 5 },
  Suche: { text: "Jugendhäuser", kinds: ["DEPARTMENT", "MEASURE"] },
  DienstTokenAnlegen: { input: { name: "Power BI", days: 30, documents: ["PowerBiMassnahmen"] } },
};

describe("the documents that clients may rely on", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({ data: geraDatabase, identifying });
  }, BUILDING);
  afterAll(() => server.close());

  test("are those of the start page, the playground, a portal, reports and the administration", () => {
    expect(documents.map(([name]) => name).sort()).toEqual(
      [
        "AmtImUeberblick",
        "Antwort",
        "DienstTokenAnlegen",
        "DienstTokenListe",
        "DienstTokenWiderrufen",
        "EinStadtteil",
        "FoerderungNachJahr",
        "GefuehrteMassnahmen",
        "MassnahmeImDetail",
        "MassnahmenNachAmtUndStand",
        "MassnahmenSeite",
        "PowerBiFoerderungen",
        "PowerBiMassnahmen",
        "Suche",
        "Widersprueche",
        "Zahlen",
        "ZahlUndKontakt",
      ].sort(),
    );
  });

  test.each(documents)("%s fits the schema as it is printed, and says in German what it answers", (_name, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
    expect(text).toMatch(/^# [A-ZÄÖÜ].*\n(#.*\n)*\n(query|mutation) \w+/);
  });

  test.each(documents.filter(([name]) => name !== "DienstTokenWiderrufen"))(
    "%s is answered over Gera's data",
    async (name) => {
      const variables = VARIABLES[name] ?? {};
      const { status, body } = await send(server, "POST", { documentId: name, variables }, as("ADMIN"));
      expect(body.errors).toBeUndefined();
      expect(status).toBe(200);
      expect(Object.values(body.data)).not.toContain(null);
    },
  );

  test("DienstTokenWiderrufen ends the token that DienstTokenAnlegen has made", async () => {
    const made = await send(
      server,
      "POST",
      { documentId: "DienstTokenAnlegen", variables: VARIABLES.DienstTokenAnlegen },
      as("ADMIN"),
    );
    const { id } = made.body.data.createServiceToken.token;
    const ended = await send(server, "POST", { documentId: "DienstTokenWiderrufen", variables: { id } }, as("ADMIN"));
    expect(ended.body.data.revokeServiceToken).toMatchObject({ id, revokedAt: expect.any(String) });
  });

  test("are all found over Gera's data: no list of theirs is empty", async () => {
    for (const [name] of documents.filter(([, text]) => text.includes("totalCount") && !text.includes("$after"))) {
      const { text } = await send(server, "POST", { documentId: name, variables: VARIABLES[name] ?? {} });
      expect([name, text]).toEqual([name, expect.stringMatching(/"totalCount":[1-9]/)]);
    }
  });
});

describe("a folder of documents", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "stadtgraph-operations-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is said about a folder with these files in it. */
  function saidOf(files: Record<string, string>): string {
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    try {
      return `${readTrusted(folder).all.length} documents`;
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message.replaceAll(folder, "…")}`;
    }
  }

  test("may have folders in it and other files", () => {
    expect(saidOf({ "a/b/c.graphql": "query A { __typename }", "a/README.md": "text" })).toBe("1 documents");
  });

  test.each([
    [{}, "StartError: OPERATIONS: there is no folder …."],
    [{ "a.graphql": "query A { " }, "StartError: …/a.graphql is no GraphQL: Syntax Error: Expected Name, found <EOF>."],
    [{ "a.graphql": "{ __typename }" }, "StartError: …/a.graphql must hold exactly one operation, with a name."],
    [
      { "a.graphql": "query A { __typename } query B { __typename }" },
      "StartError: …/a.graphql must hold exactly one operation, with a name.",
    ],
    [
      { "a.graphql": "fragment A on Query { __typename }" },
      "StartError: …/a.graphql must hold exactly one operation, with a name.",
    ],
    [
      { "a.graphql": "query A { __typename }", "b.graphql": "query A { a: __typename }" },
      "StartError: …/a.graphql and …/b.graphql both name their operation A.",
    ],
  ])("%j lets no server start, and why is said", (files, said) => {
    expect(saidOf(files as Record<string, string>)).toBe(said);
  });

  test("with a document that the schema does not answer any more is told in the log, and the rest is answered", async () => {
    expect(saidOf({ "a.graphql": "query Old { gone }", "b.graphql": "query New { __typename }" })).toBe("2 documents");
    const lines: string[] = [];
    await tellUnfit(
      readTrusted(folder),
      schema,
      createLog({ logLevel: "info" }, { write: (line) => void lines.push(line) }),
    );
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ operation: "Old", msg: "a trusted document is unfit" });
  });
});
