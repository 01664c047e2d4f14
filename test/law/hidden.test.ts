import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Role } from "../../src/access/viewer.js";
import type { Kind } from "../../src/graph/model.js";
import type { TestGraph } from "../support/asking.js";
import { library, testLibrary } from "../support/library.js";
import { agree } from "./agree.js";
import { type BothPaths, bothPaths } from "./world/both-paths.js";
import { questions } from "./questions/questions.js";
import type { Knowledge } from "./questions/roots.js";
import { knowledgeOf } from "./world/knowledge.js";
import { fill } from "./world/random-rows.js";

/** Questions asked per role; the full run sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 30);
const SEED = Number(process.env.LAW_SEED ?? 7);

/** What a role does not see, as SQL over a row. */
const UNSEEN: readonly (readonly [Role, string])[] = [
  ["PUBLIC", "publication <> 'PUBLISHED' OR visibility <> 'PUBLIC'"],
  ["STAFF", "publication <> 'PUBLISHED'"],
];

let full: TestGraph;
let known: Knowledge;

beforeAll(async () => {
  full = await testLibrary();
  await fill(library, full.database, 12, SEED, true);
  known = await knowledgeOf(library, full.database);
});
afterAll(() => full.close());

/** The same library without the rows that a role does not see, without the parts of those, and without links to either. */
async function reduced(unseen: string): Promise<TestGraph> {
  const made = await testLibrary();
  const run = (text: string) => made.database.query<{ id: string }>({ text, values: [] });
  await fill(library, made.database, 12, SEED, true);
  for (const { table } of library.kinds) await run(`ALTER TABLE "${table}" DISABLE TRIGGER count_version`);
  const gone = new Set<string>();
  for (const { table } of library.kinds)
    (await run(`SELECT id FROM "${table}" WHERE ${unseen}`)).forEach(({ id }) => gone.add(id));
  for (let before = -1; before < gone.size;) {
    before = gone.size;
    for (const kind of library.kinds) for (const { id } of await run(partsOf(kind, gone))) gone.add(id);
  }
  const list = [...gone].map((id) => `'${id}'`).join(", ");
  for (const { table, links } of library.kinds)
    for (const { column, required } of links.values())
      if (column && !required) await run(`UPDATE "${table}" SET "${column}" = NULL WHERE "${column}" IN (${list})`);
  await run(`DELETE FROM book_topics WHERE book_id IN (${list}) OR topics_id IN (${list})`);
  for (const { table } of [...library.kinds].reverse()) await run(`DELETE FROM "${table}" WHERE id IN (${list})`);
  return made;
}

/** Rows of a kind that are hidden with what has gone. */
function partsOf({ table, links }: Kind, gone: ReadonlySet<string>): string {
  const wholes = [...links.values()].filter(({ hiddenWith }) => hiddenWith);
  const conditions = wholes.map(({ column }) => `"${column!}" IN (${[...gone].map((id) => `'${id}'`).join(", ")})`);
  return `SELECT id FROM "${table}" WHERE ${conditions.join(" OR ") || "false"}`;
}

/** Asks a role about everything, and someone who sees everything about what the role is to see. */
async function compare(role: Role, unseen: string, runs: number): Promise<void> {
  const without = await reduced(unseen);
  const all = await bothPaths(library, [], full.database, { role, departments: [] });
  const rest = await bothPaths(library, [], without.database, { role: "STEWARD", departments: [] });
  const asked = fc.asyncProperty(questions(library, all.schema, known), async ({ query, variables }) => {
    fc.pre(!query.includes("viewerCan"));
    for (const each of variables.slice(0, 2)) await seenAlike(all, rest, query, each);
  });
  try {
    await fc.assert(asked, { numRuns: runs, seed: SEED, endOnFailure: process.env.LAW_SHRINK !== "1" });
  } finally {
    await Promise.all([all.stop(), rest.stop()]);
    await without.close();
  }
}

test.each(UNSEEN)(
  "%s is answered as if the rows that it may not see did not exist, on both paths",
  (role, unseen) => expect(compare(role, unseen, RUNS)).resolves.toBeUndefined(),
  3_600_000,
);

test("a role that sees more than it may is found out", async () => {
  const [, unseenByPublic] = UNSEEN[0]!;
  await expect(compare("STAFF", unseenByPublic, 100)).rejects.toThrow("Property failed");
}, 120_000);

async function seenAlike(
  all: BothPaths,
  rest: BothPaths,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> {
  const seen = await all.answer(query, variables, "planned");
  const left = await rest.answer(query, variables, "planned");
  expect(seen.text).toBe(left.text);
  if (!seen.text.includes('"errors"')) await agree(all, query, variables);
}
