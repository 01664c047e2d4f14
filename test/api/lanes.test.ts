import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Path } from "../../src/api/planning.js";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import { questions } from "../law/questions/questions.js";
import { knowledgeOf } from "../law/world/knowledge.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";
import { BUILDING } from "../support/database.js";

const taken: Path[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await testServer({ data: geraDatabase, counted: (path) => void taken.push(path) });
}, BUILDING);
afterAll(() => server.close());

/** The bytes that a client gets, and its way. */
async function asked(
  query: string,
  variables: object,
  headers: Record<string, string> = {},
): Promise<[string, string?]> {
  taken.length = 0;
  const text = await (await server.post({ query, variables }, headers)).text();
  return [text, taken.at(-1)];
}

test("a question gets the same bytes the first time, past Apollo the second time, kept the third time, and from the resolvers", async () => {
  const ways = { planned: 0, cached: 0, resolved: 0 };
  const random = questions(graph, schemaOf(graph, computedFields), await knowledgeOf(graph, server.database));
  await fc.assert(
    fc.asyncProperty(random, async ({ query, variables }) => {
      for (const each of variables.slice(0, 3)) {
        const [first, way] = await asked(query, each);
        fc.pre(!first.includes("LIMIT_EXCEEDED") && !first.includes("1000 tokens"));
        const later = [await asked(query, each), await asked(query, each)];
        for (const [text] of later) expect(text).toBe(first);
        expect((await asked(query, each, { "stadtgraph-path": "resolved" }))[0]).toBe(first);
        if (way === "planned") expect(later[1]![1]).toBe("cached");
        for (const each of [way, ...later.map(([, way]) => way)]) ways[each as keyof typeof ways]++;
      }
    }),
    { numRuns: 25, seed: 2030 },
  );
  expect(ways.planned).toBeGreaterThan(50);
  expect(ways.cached).toBeGreaterThan(25);
}, 120_000);
