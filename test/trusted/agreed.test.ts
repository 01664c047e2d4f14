import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readTrusted } from "../../src/api/documents/read-trusted.js";
import { hashOf } from "../../src/api/documents/trusted-documents.js";
import { createLog } from "../../src/platform/log.js";
import { serverProcess } from "../support/process.js";
import { type TestServer, testServer } from "../support/server.js";
import { as, send } from "./asked.js";
import { both } from "./both.js";

const FOREIGN = "query Fremd { measures(first: 1) { totalCount } }";
const OWN = "query Eigene { themes(first: 1) { totalCount } }";
const INPUT = { name: "Portal", days: 30 };

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ identifying: both });
});
afterAll(() => server.close());

const made = async (input: object) => {
  const variables = { input: { ...INPUT, ...input } };
  return (await send(server, "POST", { documentId: "DienstTokenAnlegen", variables }, as("ADMIN"))).body;
};

const codeOf = async (secret: string, query: string): Promise<unknown> => {
  const { status, body } = await send(server, "POST", { query }, { authorization: `Bearer ${secret}` });
  return body.errors?.[0].extensions.code ?? status;
};

const ZAHLEN = readTrusted("schema/operations").named("Zahlen")!;

describe("a program's token", () => {
  test("keeps to the list that it was made with, by name and by hash, though nothing is set for all", async () => {
    const documents = ["Zahlen", `sha256:${hashOf(OWN)}`, "Zahlen"];
    const { token, secret } = (await made({ documents })).data.createServiceToken;
    expect(token).toMatchObject({ documents: ["Zahlen", hashOf(OWN)].sort(), documentMode: "ENFORCE" });
    expect(await codeOf(secret, ZAHLEN.text)).toBe(200);
    expect(await codeOf(secret, OWN)).toBe(200);
    expect(await codeOf(secret, FOREIGN)).toBe("FORBIDDEN");
    expect(await codeOf(secret, "{ __typename }")).toBe("FORBIDDEN");
    const listed = await send(server, "POST", { documentId: "DienstTokenListe" }, as("ADMIN"));
    expect(listed.body.data.serviceTokens[0]).toMatchObject({ documentMode: "ENFORCE", documents: token.documents });
  });

  test.each([
    [{}, null, null, 200],
    [{ documents: null, documentMode: null }, null, null, 200],
    [{ documentMode: "ENFORCE" }, null, "ENFORCE", "FORBIDDEN"],
    [{ documentMode: "OFF" }, null, "OFF", 200],
    [{ documents: ["Suche"], documentMode: "LOG" }, ["Suche"], "LOG", 200],
    [{ documents: ["Suche"], documentMode: "OFF" }, ["Suche"], "OFF", 200],
  ])("made with %j does with another document what was agreed", async (input, documents, documentMode, code) => {
    const { token, secret } = (await made(input)).data.createServiceToken;
    expect(token).toMatchObject({ documents, documentMode });
    expect(await codeOf(secret, FOREIGN)).toBe(code);
  });

  test("tries out its list in mode log before it keeps to it: what it would be refused is in the log", async () => {
    const lines: string[] = [];
    const log = createLog({ logLevel: "info" }, { write: (line) => void lines.push(line) });
    const telling = await testServer({ identifying: both, log });
    const variables = { input: { ...INPUT, documents: ["Suche"], documentMode: "LOG" } };
    const answer = await send(telling, "POST", { documentId: "DienstTokenAnlegen", variables }, as("ADMIN"));
    const { secret, token } = answer.body.data.createServiceToken;
    await send(telling, "POST", { query: FOREIGN }, { authorization: `Bearer ${secret}` });
    await telling.close();
    const told = lines.filter((line) => line.includes("foreign document answered"));
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0]!)).toMatchObject({
      document: hashOf(FOREIGN),
      operation: "Fremd",
      client: `sg_${token.id}`,
    });
  });

  test.each([
    ["an operation that there is not", ["Suche", "Gibtsnicht"]],
    ["no document", []],
    ["an empty name", [""]],
    ["half a hash", ["0".repeat(63)]],
    ["a hash of another kind", [`md5:${"0".repeat(32)}`]],
    ["the text itself", [FOREIGN]],
    ["more than 500 documents", Array.from({ length: 501 }, (_, index) => hashOf(String(index)))],
  ])("is not made with %s", async (_name, documents) => {
    const { errors } = await made({ documents });
    expect(errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", attribute: "documents" });
  });
});

test("a token is not made with a mode that there is not", async () => {
  for (const documentMode of ["enforce", "STRICT", "", 1, ["OFF"]])
    expect((await made({ documentMode })).errors[0].extensions.code).toBe("BAD_USER_INPUT");
});

describe("a server in a process of its own", () => {
  test("does as its environment says", async () => {
    const settings = { TRUSTED_DOCUMENTS: "enforce", NODE_ENV: "production" };
    const running = await serverProcess(server.url, settings);
    expect((await running.post({ documentId: "Zahlen" })).status).toBe(200);
    expect((await running.post({ query: FOREIGN })).status).toBe(403);
    expect(await running.stop()).toBe(0);
  }, 60_000);

  test("tells its schema in production only to those who are signed in, and always answers the start page", async () => {
    const running = await serverProcess(server.url, { NODE_ENV: "production" });
    expect((await running.post({ query: "{ __schema { description } }" })).status).toBe(403);
    const { secret } = (await made({})).data.createServiceToken;
    const authorization = `Bearer ${secret}`;
    expect((await running.post({ query: "{ __schema { description } }" }, { authorization })).status).toBe(200);
    expect((await running.post({ documentId: "Antwort" })).status).toBe(200);
    expect(await running.stop()).toBe(0);
  }, 60_000);

  test("does not start without its folder, and says why", async () => {
    const starting = serverProcess(server.url, { OPERATIONS: "schema/nowhere" });
    await expect(starting).rejects.toThrow("OPERATIONS: there is no folder schema/nowhere.");
  }, 60_000);
});
