import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readTrusted } from "../../src/api/documents/read-trusted.js";
import { hashOf } from "../../src/api/documents/trusted-documents.js";
import { DOCUMENT_MODES, type DocumentMode } from "../../src/platform/documents-environment.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";
import { as, asProgram, identifying, send, texts, ways } from "./asked.js";

const NAME = "Zahlen";
const { text: TRUSTED } = readTrusted("schema/operations").named(NAME)!;
const FOREIGN = "query Fremd { measures(first: 1) { totalCount } }";
const HASH = hashOf(FOREIGN);

const ROLES = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN"];
const METHODS = ["POST", "GET"];

let servers: Record<DocumentMode, TestServer>;
beforeAll(async () => {
  const made = DOCUMENT_MODES.map(
    async (mode) => [mode, await testServer({ data: geraDatabase, identifying, documents: { mode } })] as const,
  );
  servers = Object.fromEntries(await Promise.all(made)) as Record<DocumentMode, TestServer>;
}, BUILDING);
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));

/** What a request comes to: the sum of an answer, or the code of an error. */
async function came(
  mode: DocumentMode,
  method: string,
  body: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<string> {
  const { status, body: answer } = await send(servers[mode], method, body, headers);
  if (answer.data) return `${status} ${answer.data.measures.totalCount > 0 ? "answered" : "empty"}`;
  expect(answer.errors).toHaveLength(1);
  const { message, extensions } = answer.errors[0];
  expect(extensions.message).toEqual({ en: message, de: expect.stringMatching(/\.$/) });
  return `${status} ${extensions.code}`;
}

describe.each(DOCUMENT_MODES)("in mode %s", (mode) => {
  describe.each(METHODS)("a %s", (method) => {
    test.each(ROLES)("for a trusted document is answered to %s, whichever way it is named", async (role) => {
      const found = Object.entries(ways(TRUSTED, NAME)).map(
        async ([way, body]) => [way, await came(mode, method, body, as(role))] as const,
      );
      for (const [way, said] of await Promise.all(found)) expect([way, said]).toEqual([way, "200 answered"]);
    });

    test.each(ROLES)("for another document is refused to %s where it should be", async (role) => {
      const refused = mode === "enforce" && !["STEWARD", "ADMIN"].includes(role);
      for (const [way, body] of Object.entries(texts(FOREIGN))) {
        const said = [way, await came(mode, method, body, as(role))];
        expect(said).toEqual([way, refused ? "403 FORBIDDEN" : "200 answered"]);
        // A second and third time too: what is kept or remembered opens nothing.
        expect([way, await came(mode, method, body, as(role))]).toEqual(said);
        expect([way, await came(mode, method, body, as(role))]).toEqual(said);
      }
    });

    test("for an id that nobody knows has one error", async () => {
      const unknown = mode === "enforce" ? "403 FORBIDDEN" : "404 NOT_FOUND";
      for (const documentId of [`sha256:${"0".repeat(64)}`, "0".repeat(64), "Unbekannt", "x-own:1", "", "__proto__"])
        expect(await came(mode, method, { documentId }, {})).toBe(unknown);
      expect(await came(mode, method, { documentId: "Unbekannt" }, as("STEWARD"))).toBe("404 NOT_FOUND");
    });

    test("for a program follows what is agreed with it, whatever is set for all", async () => {
      for (const own of DOCUMENT_MODES) {
        const headers = asProgram({ mode: own });
        expect(await came(mode, method, { query: TRUSTED }, headers)).toBe("200 answered");
        const other = own === "enforce" ? "403 FORBIDDEN" : "200 answered";
        expect(await came(mode, method, { query: FOREIGN }, headers)).toBe(other);
      }
      const other = mode === "enforce" ? "403 FORBIDDEN" : "200 answered";
      expect(await came(mode, method, { query: FOREIGN }, asProgram())).toBe(other);
    });

    test("for a program with a list of its own is answered for what is on it and nothing else", async () => {
      const byName = asProgram({ mode: "enforce", only: ["Suche", NAME] });
      const byHash = asProgram({ mode: "enforce", only: [hashOf(TRUSTED)] });
      const other = asProgram({ mode: "enforce", only: ["Suche"] });
      for (const body of Object.values(ways(TRUSTED, NAME))) {
        expect(await came(mode, method, body, byName)).toBe("200 answered");
        expect(await came(mode, method, body, byHash)).toBe("200 answered");
        expect(await came(mode, method, body, other)).toBe("403 FORBIDDEN");
      }
      expect(await came(mode, method, { query: FOREIGN }, byName)).toBe("403 FORBIDDEN");
      expect(await came(mode, method, { query: FOREIGN }, asProgram({ mode: "log", only: ["Suche"] }))).toBe(
        "200 answered",
      );
    });

    test("may bring a document that only its own list knows, by its text", async () => {
      const headers = asProgram({ mode: "enforce", only: [HASH] });
      expect(await came(mode, method, { query: FOREIGN }, headers)).toBe("200 answered");
      expect(await came(mode, method, { query: `${FOREIGN} ` }, headers)).toBe("403 FORBIDDEN");
      expect(await came(mode, method, { query: TRUSTED }, headers)).toBe("403 FORBIDDEN");
    });

    test("that names its document twice is refused", async () => {
      const said = await came(mode, method, { documentId: NAME, query: FOREIGN }, as("STEWARD"));
      expect(said).toBe("400 BAD_USER_INPUT");
      const persistedQuery = { version: 1, sha256Hash: HASH };
      const both = { documentId: NAME, extensions: { persistedQuery } };
      expect(await came(mode, method, both, {})).toBe("400 BAD_USER_INPUT");
    });
  });
});

describe("in mode enforce", () => {
  test("nobody is exempt where nobody is to be, and others where it is set so", async () => {
    const strict = await testServer({ identifying, documents: { mode: "enforce", exempt: undefined } });
    const lenient = await testServer({ identifying, documents: { mode: "enforce", exempt: "STAFF" } });
    const status = async (server: TestServer, headers: Record<string, string>) =>
      (await send(server, "POST", { query: FOREIGN }, headers)).status;
    for (const role of ROLES) expect([role, await status(strict, as(role))]).toEqual([role, 403]);
    expect(await status(lenient, as("STAFF"))).toBe(200);
    expect(await status(lenient, {})).toBe(403);
    expect(await status(lenient, asProgram())).toBe(403); // a program has no rank
    await strict.close();
    await lenient.close();
  });

  test("a hash that was registered by someone else opens nothing", async () => {
    const [, registered] = Object.values(texts(FOREIGN));
    expect(await came("enforce", "POST", registered!, as("ADMIN"))).toBe("200 answered");
    const { extensions } = registered!;
    expect(await came("enforce", "POST", { extensions }, as("ADMIN"))).toBe("200 answered");
    expect(await came("enforce", "POST", { extensions }, {})).toBe("403 FORBIDDEN");
    expect(await came("enforce", "GET", { extensions }, asProgram({ mode: "enforce" }))).toBe("403 FORBIDDEN");
  });

  test("one operation of a trusted document is asked and no other", async () => {
    const said = await came("enforce", "POST", { documentId: NAME, operationName: NAME }, {});
    expect(said).toBe("200 answered");
    const other = await came("enforce", "POST", { documentId: NAME, operationName: "Fremd" }, {});
    expect(other).toMatch(/OPERATION_RESOLUTION_FAILURE$/);
  });

  test("a trusted mutation is not run by GET", async () => {
    const { status, body } = await send(
      servers.enforce,
      "GET",
      { documentId: "DienstTokenWiderrufen", variables: { id: "0".repeat(16) } },
      as("ADMIN"),
    );
    expect([status, body.errors[0].extensions.code]).toEqual([405, "BAD_REQUEST"]);
  });
});
