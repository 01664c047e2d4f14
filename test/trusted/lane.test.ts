import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ANONYMOUS } from "../../src/access/viewer.js";
import { type Documents, documentsOf } from "../../src/api/documents/documents.js";
import { contextOf, startApollo } from "../../src/api/graphql.js";
import { graphqlHandler, type HandlerParts } from "../../src/api/http/graphql-handler.js";
import { KnownDocuments } from "../../src/api/http/known-documents.js";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { createLog } from "../../src/platform/log.js";
import { type TestDatabase, testDatabase } from "../support/database.js";

const listening = createServer();
let throughApollo = 0;
let made: TestDatabase;
let stop: () => Promise<void>;
let url: string;
let documents: Documents;

beforeAll(async () => {
  made = await testDatabase();
  const { documents: settings, limits } = readEnvironment({});
  const [schema, log] = [schemaOf(graph, computedFields), createLog({ logLevel: "silent" })];
  documents = documentsOf({ settings, schema, log });
  const known = new KnownDocuments();
  const parts = { schema, graph, log, limits, documents, known, database: made.database, development: false };
  const apollo = await startApollo(parts);
  const counting = {
    executeHTTPGraphQLRequest: (asked: never) => {
      throughApollo++;
      return apollo.executeHTTPGraphQLRequest(asked);
    },
  } as unknown as HandlerParts["apollo"];
  const context = () => Promise.resolve(contextOf({ ...parts, trusted: documents.trusted }, ANONYMOUS));
  const answer = graphqlHandler({ ...parts, apollo: counting, context, gate: documents.gate });
  listening.on("request", (request, response) => void answer(request, response, {}));
  listening.listen(0, "127.0.0.1");
  await once(listening, "listening");
  url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/graphql`;
  stop = () => apollo.stop();
});
afterAll(async () => {
  listening.closeAllConnections();
  listening.close();
  await stop();
  await made.close();
});

test("a trusted document takes the express lane from its second time on, whichever way it is named and sent", async () => {
  const ask = async (init?: RequestInit, search = ""): Promise<string> => (await fetch(url + search, init)).text();
  const post = (body: object): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { text, hash } = documents.trusted.named("Zahlen")!;
  const first = await ask(post({ documentId: "Zahlen" }));
  expect(throughApollo).toBe(1);
  const persistedQuery = { version: 1, sha256Hash: hash };
  const later = [
    await ask(post({ documentId: "Zahlen" })),
    await ask(post({ documentId: `sha256:${hash}`, variables: {} })),
    await ask(post({ extensions: { persistedQuery } })),
    await ask(post({ query: text })),
    await ask(undefined, "?documentId=Zahlen"),
    await ask(undefined, `?extensions=${encodeURIComponent(JSON.stringify({ persistedQuery }))}`),
  ];
  expect([...new Set(later)]).toEqual([first]);
  expect(throughApollo).toBe(1);
});
