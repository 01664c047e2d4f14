import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Viewer } from "../../../src/access/viewer.js";
import type { Path } from "../../../src/api/planning.js";
import { BUILDING } from "../../support/database.js";
import { geraDatabase } from "../../support/gera.js";
import { identifyAsTold, toldAs } from "./people.js";
import { type TestServer, testServer } from "../../support/server.js";

/** Two servers over the same data: one keeps answers, the other computes each of them. */
let keeping: TestServer;
let computing: TestServer;
const paths: Path[] = [];

beforeAll(async () => {
  const identifying = () => identifyAsTold;
  keeping = await testServer({ identifying, data: geraDatabase, counted: (path) => void paths.push(path) });
  const { url, database, serving } = keeping;
  const data = () => Promise.resolve({ url, database, serving, close: () => Promise.resolve() });
  computing = await testServer({ identifying, data, cached: false });
  await mixed();
}, BUILDING);
afterAll(async () => {
  await computing.close();
  await keeping.close();
});

const run = (text: string): Promise<unknown> => keeping.database.query({ text, values: [] });

/** Rows in every state and of many owners. */
async function mixed(): Promise<void> {
  for (const table of ["measure", "theme", "role_holding", "person", "funding_grant", "statement"])
    await run(`UPDATE "${table}" SET
      publication = (ARRAY['PUBLISHED', 'PUBLISHED', 'DRAFT', 'WITHDRAWN'])[1 + abs(hashtext(id::text)) % 4]::publication_state,
      visibility = (ARRAY['PUBLIC', 'INTERNAL'])[1 + abs(hashtext(id::text || 'v')) % 2]::visibility,
      owner_id = (ARRAY(SELECT id FROM department ORDER BY key))[1 + abs(hashtext(id::text || 'o')) % (SELECT count(*) FROM department)::int]`);
}

const QUESTIONS = [
  "{ measures { totalCount } }",
  "{ measures(first: 500) { nodes { id title } } }",
  "{ measures(first: 40, orderBy: [{ field: OWNER_NAME }]) { nodes { id viewerCan { edit withdraw review export } owner { name } } } }",
  "{ measures { groups(by: [PUBLICATION, VISIBILITY]) { keys { publication visibility } count } } }",
  "{ roleHoldings { nodes { name email phone restrictedFields person { name } statements { attribute value } } } }",
  "{ fundingGrants { totalCount aggregate { sum { amountEur } } } }",
  '{ themes(where: { measures: { some: { title: { contains: "a" } } } }) { totalCount nodes { key } } }',
  "{ persons { nodes { name roleHoldings { totalCount } } } }",
  "{ departments(first: 20) { nodes { key ledMeasures { totalCount } viewerCan { export } } } }",
  '{ search(text: "Gera", first: 20) { totalCount nodes { id label } } }',
  "{ statements(first: 30) { totalCount nodes { id attribute value subjectKind } } }",
] as const;

const KEYS = ["dezernat-soziales", "dezernat-jugend-und-soziales", "stadt-gera"] as const;
const KINDS = ["Measure", "Theme", "FundingGrant", "FundingProgramme", "RoleHolding", "Person", "Department"] as const;

const departments = fc.subarray([...KEYS]);
const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant<Viewer>({ role: "PUBLIC", departments: [] }),
  fc
    .tuple(fc.constantFrom("STAFF", "EDITOR", "EDITOR", "STEWARD", "ADMIN"), departments)
    .map(([role, named]): Viewer => ({ role, subject: "somebody", departments: named })),
  fc.tuple(fc.option(fc.subarray([...KINDS])), fc.boolean()).map(([kinds, out]): Viewer => ({
    role: "SERVICE",
    subject: "sg",
    departments: [],
    scopes: { kinds: kinds ?? "ALL", export: out },
  })),
);

/** What happens to the data between two questions: rows change hands and states, departments are reorganised. */
const EVENTS = [
  "UPDATE measure SET publication = 'DRAFT' WHERE id IN (SELECT id FROM measure WHERE publication = 'PUBLISHED' ORDER BY random() LIMIT 3)",
  "UPDATE measure SET publication = 'PUBLISHED' WHERE id IN (SELECT id FROM measure WHERE publication = 'DRAFT' ORDER BY random() LIMIT 3)",
  "UPDATE person SET visibility = CASE visibility WHEN 'PUBLIC' THEN 'INTERNAL' ELSE 'PUBLIC' END::visibility",
  "UPDATE department SET successor_id = NULL WHERE key = 'dezernat-soziales'",
  "UPDATE department SET successor_id = (SELECT id FROM department WHERE key = 'dezernat-jugend-und-soziales') WHERE key = 'dezernat-soziales'",
  "UPDATE department SET parent_id = NULL WHERE key = 'dezernat-jugend-und-soziales'",
  "UPDATE department SET parent_id = (SELECT id FROM department WHERE key = 'stadt-gera') WHERE key = 'dezernat-jugend-und-soziales'",
] as const;

type Step = { readonly ask: number; readonly question: number } | { readonly event: string };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ ask: fc.nat(99), question: fc.nat(QUESTIONS.length - 1) }) },
  { weight: 1, arbitrary: fc.constantFrom(...EVENTS).map((event) => ({ event })) },
);

/** Some viewers who ask a few questions again and again, in any order. */
const scenes = fc.record({
  people: fc.array(viewers, { minLength: 2, maxLength: 6 }),
  few: fc.uniqueArray(fc.nat(QUESTIONS.length - 1), { minLength: 1, maxLength: 3 }),
  steps: fc.array(steps, { minLength: 20, maxLength: 45 }),
});

async function answerOf(server: TestServer, viewer: Viewer, query: string): Promise<string> {
  const headers = viewer.role === "PUBLIC" ? {} : toldAs(viewer);
  return (await server.post({ query }, headers)).text();
}

test("whoever asked before, a kept answer is the one that the viewer would be computed", async () => {
  const property = fc.asyncProperty(scenes, async ({ people, few, steps }) => {
    for (const step of steps)
      if ("event" in step) await run(step.event);
      else {
        const viewer = people[step.ask % people.length]!;
        const query = QUESTIONS[few[step.question % few.length]!]!;
        const kept = await answerOf(keeping, viewer, query);
        expect({ viewer, query, kept }).toEqual({ viewer, query, kept: await answerOf(computing, viewer, query) });
      }
  });
  await fc.assert(property, { numRuns: 60, seed: 9, endOnFailure: true });
  const cached = paths.filter((path) => path === "cached").length;
  expect(cached).toBeGreaterThan(200);
  expect(cached).toBeLessThan(paths.length);
}, 600_000);

test("what an editor may see is asked anew when a department is reorganised, though no row of the list has changed", async () => {
  const editor: Viewer = { role: "EDITOR", subject: "e", departments: ["dezernat-soziales"] };
  await run(EVENTS[3]);
  const [query] = QUESTIONS;
  const before = await answerOf(keeping, editor, query);
  for (let times = 0; times < 3; times++) expect(await answerOf(keeping, editor, query)).toBe(before);
  await run(EVENTS[4]);
  const after = await answerOf(keeping, editor, query);
  expect(after).not.toBe(before);
  expect(after).toBe(await answerOf(computing, editor, query));
});
