import { afterAll, beforeAll, test } from "@jest/globals";
import fc from "fast-check";
import { computedFields, graph as city } from "../../src/domain/index.js";
import { createLog } from "../../src/platform/log.js";
import { loadSeeds } from "../../src/stewardship/import/load-seeds.js";
import { type BothPaths, bothPaths } from "./both-paths.js";
import { type TestDatabase, testDatabase } from "../support/database.js";
import { agree } from "./agree.js";
import { questions } from "./questions.js";

/** Questions asked; the full run sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 150);
const SEED = Number(process.env.LAW_SEED ?? 2030);

let made: TestDatabase;
let paths: BothPaths;
let keys: Map<string, string[]>;

beforeAll(async () => {
  made = await testDatabase();
  const log = createLog({ logLevel: "silent" } as never);
  await loadSeeds({
    database: made.database,
    graph: city,
    folder: "seeds/gera",
    log,
    output: { write: () => true } as never,
  });
  const read = city.kinds.map(async ({ name, table }): Promise<[string, string[]]> => {
    const rows = await made.database.query<{ key: string }>({
      text: `SELECT key FROM "${table}" ORDER BY id LIMIT 20`,
      values: [],
    });
    return [name, rows.map(({ key }) => key)];
  });
  keys = new Map(await Promise.all(read));
  paths = await bothPaths(city, computedFields, made.database);
});
afterAll(async () => {
  await paths.stop();
  await made.close();
});

test(`planned(q) = resolved(q), byte for byte, in one statement, over ${RUNS} random questions to Gera's graph`, async () => {
  await fc.assert(
    fc.asyncProperty(questions(city, paths.schema, keys), async ({ query, variables }) => {
      for (const each of variables) await agree(paths, query, each);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: process.env.LAW_SHRINK !== "1" },
  );
}, 3_600_000);
