import { afterAll, beforeAll, test } from "@jest/globals";
import fc from "fast-check";
import { type BothPaths, bothPaths } from "./both-paths.js";
import { library, testLibrary } from "../support/library.js";
import type { TestGraph } from "../support/asking.js";
import { agree } from "./agree.js";
import { questions } from "./questions.js";
import { fill } from "./random-rows.js";

/** Questions asked; the full run sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 200);
const SEED = Number(process.env.LAW_SEED ?? 2018);

let graph: TestGraph;
let paths: BothPaths;
let keys: Map<string, string[]>;

beforeAll(async () => {
  graph = await testLibrary();
  keys = await fill(library, graph.database, 14, SEED);
  paths = await bothPaths(library, [], graph.database);
});
afterAll(async () => {
  await paths.stop();
  await graph.close();
});

test(`planned(q) = resolved(q), byte for byte, in one statement, over ${RUNS} random questions on made-up data`, async () => {
  await fc.assert(
    fc.asyncProperty(questions(library, paths.schema, keys), async ({ query, variables }) => {
      for (const each of variables) await agree(paths, query, each);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: process.env.LAW_SHRINK !== "1" },
  );
}, 3_600_000);
