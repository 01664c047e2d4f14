import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { setTimeout as after } from "node:timers/promises";
import { summaryStatements } from "../../../src/graph/assemble/summary.js";
import type { TestGraph } from "../../support/asking.js";
import { BUILDING } from "../../support/database.js";
import { library, testLibrary } from "../../support/library.js";
import { keptGroups } from "../questions/kept-groups.js";
import { fill } from "../world/random-rows.js";
import { asRoles, ROLES } from "./as-roles.js";
import { changes, EMPTIED, SIZE } from "./changes.js";
import { agreeThroughChanges } from "./through-changes.js";

const RUNS = Number(process.env.LAW_RUNS ?? 100);
const SEED = Number(process.env.LAW_SEED ?? 11);

let graph: TestGraph;
beforeEach(async () => {
  graph = await testLibrary();
  await fill(library, graph.database, SIZE, SEED);
}, BUILDING);
afterEach(() => graph.close());

/** All groups that are kept. */
const EVERYTHING = `{ books {
  a: groups(by: [AUTHOR, TOPIC, GENRE]) { keys { author { key } topic { key } genre } count sum { pages price weight } }
  b: groups(by: [DEPARTMENT, WEIGHT]) { keys { department { key } weight } count sum { pages price weight } }
  c: groups(by: [SEQUEL, LENDABLE]) { keys { sequel { key } lendable } count sum { pages price weight } } } }`;

/** How many groups are kept, and those that differ from what the rows say. */
async function examined(): Promise<{ kept: number; wrong: number }> {
  const found = { kept: 0, wrong: 0 };
  for (const { schema, statement } of summaryStatements(library)) {
    const text = `SELECT g::text AS text FROM "${schema}".groups AS g`;
    const read = async (): Promise<Set<string>> => {
      const groups = await graph.database.query<{ text: string }>({ text, values: [] });
      return new Set(groups.map((each) => each.text));
    };
    const kept = await read();
    await graph.database.query({ text: statement, values: [] });
    const made = await read();
    found.kept += kept.size;
    found.wrong += [...kept].filter((each) => !made.has(each)).length;
    found.wrong += [...made].filter((each) => !kept.has(each)).length;
  }
  return found;
}

test(`groups that are kept are those of the rows, whatever was changed before, for every role, over ${RUNS} changes and questions`, async () => {
  await agreeThroughChanges(graph.database, keptGroups(library), { runs: RUNS, seed: SEED, also: EVERYTHING });
  expect(await examined()).toEqual({ kept: expect.any(Number), wrong: 0 });
}, 600_000);

test("they are read where everybody and staff ask, and made anew for all others", () =>
  asRoles(graph.database, async (paths) => {
    const kept = ROLES.map(async (role) => {
      const { statements } = await paths.get(role)!.answer(EVERYTHING, {}, "planned");
      return [role, statements[0]!.includes("book_by_author_topic_genre")] as const;
    });
    expect(Object.fromEntries(await Promise.all(kept))).toEqual({
      PUBLIC: true,
      STAFF: true,
      STEWARD: false,
    });
  }));

test("all that changes at the same time is in them", async () => {
  const drawn = fc.sample(changes, { numRuns: 600, seed: SEED });
  const writer = async (): Promise<void> => {
    for (let next = drawn.pop(); next; next = drawn.pop()) await graph.database.query(next);
  };
  await Promise.all(Array.from({ length: 8 }, writer));

  const { kept, wrong } = await examined();

  expect(kept).toBeGreaterThan(10);
  expect(wrong).toBe(0);
}, 120_000);

test("who shows a topic and who gives it a book at the same time both count", async () => {
  const state = (text: string, ...values: string[]) => ({ text, values });
  await graph.database.query(state("UPDATE topic SET publication = 'DRAFT'"));
  for (let index = 0; index < SIZE; index++)
    await Promise.all([
      graph.database.query(state("UPDATE topic SET publication = 'PUBLISHED' WHERE key = $1", `topic-${index}`)),
      graph.database.query(
        state(
          `INSERT INTO book_topics (book_id, topics_id) SELECT b.id, t.id FROM book AS b, topic AS t WHERE t.key = $1 ON CONFLICT DO NOTHING`,
          `topic-${index}`,
        ),
      ),
    ]);
  expect((await examined()).wrong).toBe(0);
});

test("one that is made while somebody writes holds what is written", async () => {
  const { statement } = summaryStatements(library)[0]!;
  await graph.database.query({ text: "UPDATE book SET genre = 'NOVEL'", values: [] });
  let making: Promise<unknown> | undefined;
  await graph.database.transaction(async (connection) => {
    await connection.query({ text: "UPDATE book SET genre = 'POEMS'", values: [] });
    making = graph.database.query({ text: statement, values: [] });
    await after(300);
  });
  await making;
  expect(await examined()).toEqual({ kept: expect.any(Number), wrong: 0 });
});

test("groups do not depend on how the session of a writer shows dates", async () => {
  await graph.database.query({ text: "UPDATE book SET bought_on = '2024-03-01'", values: [] });
  await graph.database.transaction(async (connection) => {
    await connection.query({ text: "SET LOCAL datestyle = 'German'", values: [] });
    await connection.query({ text: "UPDATE book SET pages = 77 WHERE key = 'book-1'", values: [] });
  });
  expect((await examined()).wrong).toBe(0);
});

test("a table that is emptied is noticed", async () => {
  await graph.database.query(EMPTIED);
  expect((await examined()).wrong).toBe(0);
});

test("what is rolled back is not in them", async () => {
  const failing = graph.database.transaction(async (connection) => {
    await connection.query({ text: "UPDATE book SET genre = 'ATLAS', price = 1", values: [] });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect((await examined()).wrong).toBe(0);
});
