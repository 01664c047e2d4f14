import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { graph } from "../../../src/domain/index.js";
import { questions } from "../../law/questions/questions.js";
import { knowledgeOf } from "../../law/world/knowledge.js";
import type { Told } from "./oracle/told.js";
import { BUILDING } from "../../support/database.js";
import { sampleOf, told, walkFields } from "./steps/fields.js";
import { walkFigures } from "./steps/figures.js";
import { isTouchy, walkInputs } from "./steps/inputs.js";
import { walkNames } from "./steps/names.js";
import { oracleFor } from "./oracle/oracle.js";
import { viewersOf } from "./world/viewers.js";
import { everythingIn, type Ground, groundOf, type Walker, walkerFor } from "./walker.js";

/** Random questions that each of them asks; the full run sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 15);

/** Who differs most from row to row walks everywhere; so does everyone in the full run. */
const isThorough = (name: string): boolean => process.env.LAW_RUNS !== undefined || name === "editor";

const LONG = 600_000;

const truth = new Map<string, Told>();
let ground: Ground;
let steward: Walker;
beforeAll(async () => {
  ground = await groundOf(graph);
  steward = walkerFor({ role: "STEWARD", departments: [] }, "resolved", ground);
  for (const kind of graph.kinds) for (const [id, each] of await told(steward, kind)) truth.set(id, each);
}, BUILDING);
afterAll(async () => {
  await ground.paths.stop();
  await ground.world.close();
});

test("the world has rows of every kind that are seen and rows that are not", () => {
  const { world, table } = ground;
  const oracle = oracleFor({ role: "PUBLIC", departments: [] }, world, table);
  const editor = oracleFor(viewersOf(world.department).editor!, world, table);
  const lacking = graph.kinds.flatMap((kind) => {
    const rows = sampleOf(kind, world);
    const seen = rows.filter(({ id }) => oracle.sees(id)).length;
    return seen > 0 && seen < rows.length ? [] : [`${kind.name}: ${seen} of ${rows.length}`];
  });
  expect(lacking).toEqual([]);
  expect(
    [...world.rows.values()].filter((row) => editor.owns(row) && row.cells.publication === "DRAFT").length,
  ).toBeGreaterThan(20);
});

const everyone = Object.keys(viewersOf("")).flatMap((name) =>
  (["planned", "resolved"] as const).map((path) => [name, path] as const),
);

describe.each(everyone)("%s, on the %s path,", (name, path) => {
  let walker: Walker;
  beforeAll(() => {
    walker = walkerFor(viewersOf(ground.world.department)[name]!, path, ground);
  });

  test.each<[string, (kind: (typeof graph.kinds)[number]) => Promise<unknown>]>([
    ["is told every field of every kind as declared", (kind) => walkFields(walker, kind, truth, ground.table)],
    [
      "finds out nothing by filters, orders, groups and sums",
      // What is kept from nobody needs to be tried once.
      async (kind) =>
        name === "public" || isTouchy(kind, ground.table) ? walkInputs(walker, kind, ground.table) : undefined,
    ],
    ["gets the numbers of what is seen", (kind) => walkFigures(walker, steward, kind, isThorough(name))],
    ["finds by name and word what is seen", (kind) => walkNames(walker, kind, isThorough(name))],
  ])(
    "%s",
    async (_what, walk) => {
      for (const kind of graph.kinds) await walk(kind);
      expect(ground.asked.size).toBeGreaterThan(0);
    },
    LONG,
  );

  test(
    "learns nothing of what is hidden by random questions",
    async () => {
      const known = await knowledgeOf(graph, ground.world.database);
      const property = fc.asyncProperty(questions(graph, walker.schema, known), async ({ query, variables }) => {
        await walker.ask(query, variables[0]);
      });
      await expect(fc.assert(property, { numRuns: RUNS, seed: 3, endOnFailure: true })).resolves.toBeUndefined();
    },
    LONG,
  );

  test.each([
    [
      "tokens for programs",
      "ADMIN",
      "serviceTokens { id name kinds mayExport documents documentMode createdBy createdAt expiresAt lastUsedAt revokedAt }",
    ],
    ["who has read what", "ADMIN", "accessLog { id at event actor role operation document kinds subject purpose }"],
    [
      "what is held on a person",
      "STEWARD",
      'personReport(id: "person_0199aaaa-0000-7000-8000-000000000000", reason: "Anfrage") { kind id values }',
    ],
  ])("sees %s only as %s or above", async (_what, least, field) => {
    const { errors } = await walker.ask(`{ ${field} }`);
    const code = errors?.[0]?.extensions.code;
    const may = name === "admin" || (name === "steward" && least === "STEWARD");
    if (may) expect(["UNAUTHENTICATED", "FORBIDDEN"]).not.toContain(code);
    else expect(code).toBe(name === "public" ? "UNAUTHENTICATED" : "FORBIDDEN");
  });
});

test("nothing of the schema was left out", () => {
  // What only mutations give and take is walked by theirs.
  const ofMutations = /^(CreatedServiceToken|ServiceTokenInput|Erasure|Mention)\./;
  const left = everythingIn(steward.schema).filter((name) => !ground.asked.has(name) && !ofMutations.test(name));
  expect(left).toEqual([]);
});
