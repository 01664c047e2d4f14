import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { setTimeout as after } from "node:timers/promises";
import { snakeCase } from "../../../src/graph/declare/naming.js";
import { tallyStatements } from "../../../src/graph/assemble/tally.js";
import { talliesOf } from "../../../src/graph/sql/figures/tally.js";
import type { TestGraph } from "../../support/asking.js";
import { BUILDING } from "../../support/database.js";
import { library, testLibrary } from "../../support/library.js";
import { keptNumbers } from "../questions/kept-numbers.js";
import { fill } from "../world/random-rows.js";
import { changes, SIZE } from "./changes.js";
import { agreeThroughChanges } from "./through-changes.js";

const RUNS = Number(process.env.LAW_RUNS ?? 100);
const SEED = Number(process.env.LAW_SEED ?? 12);

let graph: TestGraph;
beforeEach(async () => {
  graph = await testLibrary();
  await fill(library, graph.database, SIZE, SEED);
}, BUILDING);
afterEach(() => graph.close());

const run = (text: string, ...values: unknown[]): Promise<unknown> => graph.database.query({ text, values });

/** What the tables of all tallies hold, several entries for one key added up. */
async function entries(): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, facets, steps } of talliesOf(library))
    for (const table of ["total", ...steps.map(({ name }) => snakeCase(name))]) {
      const columns = (table === "total" ? facets : [...facets, { name: table }]).map(({ name }) => snakeCase(name));
      const keys = `json_build_array(${columns.join()})::text`;
      const text = `SELECT ${keys} || ' ' || sum(count) AS text FROM "${schema}"."${table}" GROUP BY ${keys} HAVING sum(count) <> 0 ORDER BY 1`;
      const rows = await graph.database.query<{ text: string }>({ text, values: [] });
      found.push(...rows.map((row) => `${table} ${row.text}`));
    }
  return found;
}

/** That the numbers are those of the rows: made anew they are the same. */
async function expectTrue(): Promise<void> {
  const kept = await entries();
  expect(kept.length).toBeGreaterThan(0);
  for (const { schema } of talliesOf(library)) await run(`SELECT "${schema}".anew()`);
  expect(kept).toEqual(await entries());
}

test(`numbers that are kept are those of the rows, whatever was changed before, for every role, over ${RUNS} changes and questions`, async () => {
  await agreeThroughChanges(graph.database, keptNumbers(library), { runs: RUNS, seed: SEED });
  await expectTrue();
}, 600_000);

/** How far numbers and rows are apart, as one statement sees both. */
const APART = `SELECT (SELECT COALESCE(sum(count), 0) FROM book_tally.price WHERE publication = 'PUBLISHED' AND price >= 1)
  - (SELECT count(*) FROM book WHERE publication = 'PUBLISHED' AND price >= 1) AS apart`;

test("all that changes at the same time is in them, and whoever reads meanwhile sees as many as there are rows", async () => {
  const drawn = fc.sample(changes, { numRuns: 600, seed: SEED });
  const apart: unknown[] = [];
  const writer = async (): Promise<void> => {
    for (let next = drawn.pop(); next; next = drawn.pop()) await graph.database.query(next);
  };
  const reader = async (): Promise<void> => {
    while (drawn.length > 0) apart.push(...(await graph.database.query({ text: APART, values: [] })));
  };
  await Promise.all([...Array.from({ length: 6 }, writer), reader(), reader()]);
  expect(apart.length).toBeGreaterThan(20);
  expect(new Set(apart.map((each) => JSON.stringify(each)))).toEqual(new Set(['{"apart":"0"}']));
  await expectTrue();
}, 120_000);

test("nobody waits for another", async () => {
  await run("UPDATE book SET prequel_id = NULL"); // whoever changes a successor waits for the others, so that no circle arises
  let waited = true;
  await graph.database.transaction(async (connection) => {
    await connection.query({ text: "UPDATE book SET genre = 'POEMS' WHERE key = 'book-1'", values: [] });
    const other = run("UPDATE book SET genre = 'POEMS' WHERE key = 'book-2'").then(() => (waited = false));
    await Promise.race([other, after(5000)]);
  });
  expect(waited).toBe(false);
  await expectTrue();
});

test("entries become one when a transaction has added many, also what others have left beside them", async () => {
  await run(
    "UPDATE book SET prequel_id = NULL, genre = 'NOVEL', lendable = NULL, publication = 'PUBLISHED', visibility = 'PUBLIC'",
  );
  await graph.database.transaction(async (connection) => {
    const ask = (text: string): Promise<unknown> => connection.query({ text, values: [] });
    for (let times = 0; times < 8; times += 1)
      await ask(
        "UPDATE book SET genre = 'POEMS' WHERE key = 'book-0'; UPDATE book SET genre = 'ATLAS' WHERE key = 'book-0'",
      );
    await run("UPDATE book SET genre = 'ATLAS' WHERE key = 'book-2'");
  });
  const entries = { text: "SELECT genre, count::int FROM book_tally.total ORDER BY genre", values: [] };
  expect(await graph.database.query(entries)).toEqual([
    { genre: "NOVEL", count: SIZE - 2 },
    { genre: "ATLAS", count: 2 },
  ]);
});

test("entries stay few where one transaction after another adds some", async () => {
  for (let times = 0; times < 300; times += 1)
    await run("UPDATE book SET lendable = $1 WHERE key = 'book-0'", times % 2 === 0);
  const [{ entries }] = (await graph.database.query<{ entries: number }>({
    text: "SELECT count(*)::int AS entries FROM book_tally.total",
    values: [],
  })) as [{ entries: number }];
  expect(entries).toBeLessThan(300);
});

test("what a transaction has written is in the numbers that it reads itself", async () => {
  await graph.database.transaction(async (connection) => {
    await connection.query({ text: "INSERT INTO book (key, title) VALUES ('mine', 'x')", values: [] });
    const [mine] = await connection.query({
      text: "SELECT sum(count)::int AS books FROM book_tally.total",
      values: [],
    });
    expect(mine).toEqual({ books: SIZE + 1 });
  });
});

test.each([
  [
    "what is added and deleted",
    "INSERT INTO book (key, title, genre, price) SELECT 'more-' || n, 'x', 'ATLAS', n FROM generate_series(1, 500) AS n",
    "DELETE FROM book WHERE key LIKE 'more-2%'",
  ],
  [
    "what is inserted over what was there",
    "INSERT INTO book (key, title, genre) VALUES ('book-1', 'x', 'ATLAS') ON CONFLICT (key) DO UPDATE SET genre = 'ATLAS', price = 70",
  ],
  ["an emptied table", "TRUNCATE book CASCADE", "INSERT INTO book (key, title) VALUES ('alone', 'x')"],
  [
    "a merge",
    "MERGE INTO book USING (VALUES ('book-1'), ('fresh')) AS v (key) ON v.key = book.key WHEN MATCHED THEN UPDATE SET genre = 'POEMS' WHEN NOT MATCHED THEN INSERT (key, title) VALUES (v.key, 'x')",
  ],
])("%s counts", async (_, ...texts) => {
  for (const text of texts) await run(text);
  await expectTrue();
});

test("what is rolled back, in whole or in part, is not in them", async () => {
  const failing = graph.database.transaction(async (connection) => {
    await connection.query({ text: "UPDATE book SET genre = 'ATLAS', price = 1", values: [] });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await graph.database.transaction(async (connection) => {
    const ask = (text: string): Promise<unknown> => connection.query({ text, values: [] });
    await ask("UPDATE book SET genre = 'POEMS' WHERE key = 'book-1'");
    await ask("SAVEPOINT half");
    await ask("UPDATE book SET genre = 'ATLAS'");
    await ask("ROLLBACK TO half");
  });
  await expectTrue();
});

test("a tally that is made while somebody writes holds what is written", async () => {
  const { statement } = tallyStatements(library)[0]!;
  let making: Promise<unknown> | undefined;
  await graph.database.transaction(async (connection) => {
    await connection.query({ text: "UPDATE book SET genre = 'POEMS'", values: [] });
    making = run(statement);
    await after(300);
  });
  await making;
  await expectTrue();
});
