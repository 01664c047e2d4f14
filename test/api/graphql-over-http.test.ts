import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { type TestServer, testServer } from "../support/server.js";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test("passes the audit of GraphQL over HTTP: every MUST, and every SHOULD that the README counts", async () => {
  const audits = serverAudits({ url: () => server.endpoint, fetchFn: fetch });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const failed = results
    .filter(({ status }) => status !== "ok")
    .map(({ id, name, status }) => `${status} ${id} ${name}`);
  expect(results).toHaveLength(61);
  expect(failed).toEqual([]);
});
