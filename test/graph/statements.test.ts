import { afterEach, expect, test } from "@jest/globals";
import type { Answer, TestGraph } from "../support/asking.js";
import { testLibrary } from "../support/library.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
afterEach(() => graph.close());

/** A library in which every department has books and every book has topics: `size` rows of each kind. */
async function libraryOf(size: number): Promise<TestGraph> {
  const made = await testLibrary();
  const rows = (table: string) =>
    Array.from({ length: size }, (_, index) => ({ key: `${table}-${index}`, name: `${table} ${index}` }));
  const departments = await insert(made.database, "department", rows("department"));
  const topics = await insert(made.database, "topic", rows("topic"));
  const books = await insert(
    made.database,
    "book",
    rows("book").map(({ key, name }, index) => ({
      key,
      title: name,
      department_id: departments[index],
    })),
  );
  const pairs = books.flatMap((book, index) =>
    [0, 1, 2].map((step) => ({ book_id: book, topics_id: topics[(index + step) % size] })),
  );
  await made.database.query({
    text: "INSERT INTO book_topics SELECT * FROM jsonb_populate_recordset(NULL::book_topics, $1::jsonb)",
    values: [JSON.stringify(pairs)],
  });
  return made;
}

const FOUR_LEVELS = `{
  departments(first: 500, orderBy: [{ field: NAME, direction: DESC }]) { totalCount nodes { name
    books(first: 20, where: { title: { contains: "book" } }, orderBy: [{ field: TITLE }]) { totalCount nodes { title department { name }
      topics(first: 20, orderBy: [{ field: NAME }]) { nodes { name
        books(first: 20, where: { title: { endsWith: "1" } }) { edges { cursor node { title } } } } } } } } }
}`;

const asked = async (size: number): Promise<Answer & { statements: string[] }> => {
  graph = await libraryOf(size);
  const answer = await graph.count(FOUR_LEVELS);
  expect(answer.errors).toBeUndefined();
  expect(answer.data.departments.nodes[0].books.nodes[0].topics.nodes).toHaveLength(3);
  return answer;
};

test("a query of four levels takes as many statements at 10 rows as at 1,000, one per list and one per count", async () => {
  const small = await asked(10);
  await graph.close();
  const large = await asked(1000);
  expect(large.data.departments.nodes).toHaveLength(500);
  expect(small.statements).toHaveLength(7);
  expect(large.statements.map(shape)).toEqual(small.statements.map(shape));
});

const shape = (statement: string): string => statement.replace(/\s+/g, " ");

test("a statement reads the columns that were asked for, and no other", async () => {
  graph = await libraryOf(3);
  const { statements } = await graph.count(`{ books { nodes { title } } }`);
  expect(statements).toHaveLength(1);
  expect(statements[0]).toContain(`"title" AS "title"`);
  expect(statements[0]).not.toMatch(/blurb|price|weight|created_at/);
});

test("nothing is counted, read or sorted for a cursor before it is asked for", async () => {
  graph = await libraryOf(3);
  const { statements } = await graph.count(`{ books { totalCount } }`);
  expect(statements).toHaveLength(1);
  expect(statements[0]).toContain("count(*)");
});
