import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Path } from "../../src/api/planning.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { testDatabase } from "../support/database.js";
import { insert } from "../support/rows.js";
import { type TestServer, testServer } from "../support/server.js";

const paths: Path[] = [];
let server: TestServer;
beforeAll(async () => {
  const data = async () => {
    const made = await testDatabase();
    return { ...made, serving: withoutPlans(made.serving) };
  };
  server = await testServer({ data, counted: (path) => void paths.push(path) });
  await insert(server.database, "theme", [{ key: "wohnen", title: "Wohnen", kind: "TOPIC" }]);
});
afterAll(() => server.close());

/** A database over which no statement of the planner ever succeeds. */
function withoutPlans(database: Database): Database {
  const isPlanned = ({ text }: Statement) => /^SELECT row_to_json\("@"\)::text AS data/.test(text);
  const jsons: Database["jsons"] = (statements) =>
    statements.some(isPlanned) ? Promise.reject(new TypeError("planted")) : database.jsons(statements);
  return { ...database, jsons };
}

test("a planner that throws is counted and never seen: the resolvers answer", async () => {
  for (let times = 0; times < 2; times++) {
    const answer = await server.post({ query: '{ theme(key: "wohnen") { title } }' });
    expect(await answer.json()).toEqual({ data: { theme: { title: "Wohnen" } } });
  }
  expect(paths).toEqual(["failed", "resolved", "failed", "resolved"]);
});
