import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { BUILDING, type TestDatabase, testDatabase } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";

let data: TestDatabase;
let server: ServerProcess;
beforeAll(async () => {
  data = await testDatabase();
  server = await serverProcess(data.url, {
    RATE_LIMIT: "3",
    TRUST_PROXY: "loopback",
    CORS_ORIGINS: "https://portal.stadt.example",
  });
}, BUILDING);
afterAll(async () => {
  await server.stop();
  await data.close();
});

test("the program itself goes by the settings of its door", async () => {
  const ask = (address: string) =>
    server.post(
      { query: "{ __typename }" },
      { "x-forwarded-for": address, "x-request-id": "abc-1", origin: "https://portal.stadt.example" },
    );
  const statuses = [];
  for (let times = 0; times < 4; times++) statuses.push((await ask("192.0.2.1")).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const { status, headers } = await ask("192.0.2.2");
  expect([status, headers.get("x-request-id"), headers.get("access-control-allow-origin")]).toEqual([
    200,
    "abc-1",
    "https://portal.stadt.example",
  ]);
});
