import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import type { Database } from "../../src/platform/database/database.js";
import { questions } from "../law/questions/questions.js";
import { knowledgeOf } from "../law/world/knowledge.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";

/** Statements of each group that was sent. */
const groups: number[] = [];
let server: TestServer;
beforeAll(async () => {
  const data = async () => {
    const made = await geraDatabase();
    return { ...made, serving: counting(made.serving) };
  };
  server = await testServer({ data, cached: false, settings: { DATABASE_POOL_SIZE: "4", RATE_LIMIT: "0" } });
}, BUILDING);
afterAll(() => server.close());

const counting = (database: Database): Database => ({
  ...database,
  jsons: (statements) => {
    groups.push(statements.length);
    return database.jsons(statements);
  },
});

type Body = { readonly query: string; readonly variables: object };

const answerTo = async (body: Body): Promise<string> => (await server.post(body)).text();

/** Random questions with values that fit and values that do not, some of which PostgreSQL itself refuses. */
async function randomBodies(count: number): Promise<Body[]> {
  const random = questions(graph, schemaOf(graph, computedFields), await knowledgeOf(graph, server.database));
  const asked = fc.sample(random, { numRuns: count, seed: 11 });
  return asked.flatMap(({ query, variables }) => variables.slice(0, 3).map((each) => ({ query, variables: each })));
}

test("what many ask at once travels together, and everybody gets the bytes that they get alone", async () => {
  const bodies = await randomBodies(30);
  const alone: string[] = [];
  // From the second time on a statement has a name, from the third time on it is known how long it takes.
  for (let times = 0; times < 3; times++) for (const [at, body] of bodies.entries()) alone[at] = await answerTo(body);
  groups.length = 0;

  for (let times = 0; times < 4; times++) {
    const together = await Promise.all(bodies.map(answerTo));
    together.forEach((text, at) => expect([bodies[at], text]).toEqual([bodies[at], alone[at]]));
  }
  expect(Math.max(...groups)).toBeGreaterThan(3);
  expect(alone.filter((text) => text.startsWith('{"errors"')).length).toBeGreaterThan(0);
}, 120_000);
