import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { libraryWorld } from "../law/world/library-world.js";
import type { World } from "../law/world/world.js";
import { BUILDING } from "../support/database.js";
import { insert } from "../support/rows.js";

let world: World;
beforeAll(async () => {
  world = await libraryWorld();
  const { database } = world;
  const topics = await insert(
    database,
    "topic",
    // Every tenth is hidden: it takes no place in a list.
    Array.from({ length: 80 }, (_, n) => ({ key: `t${n}`, name: `Ä${n}`, visibility: n % 10 ? "PUBLIC" : "INTERNAL" })),
  );
  const books = await insert(
    database,
    "book",
    ["none", "few", "all"].map((key) => ({ key, title: key, blurb: `lang: ${key}` })),
  );
  const pairs = topics.flatMap((topic, n) => [[books[2], topic], ...(n < 12 ? [[books[1], topic]] : [])]);
  const values = pairs.map(([book, topic]) => `('${book}', '${topic}')`).join();
  await database.query({ text: `INSERT INTO book_topics VALUES ${values}`, values: [] });
}, BUILDING);
afterAll(() => world.close());

/** How many topics each book of a large page shows, and whether they are its first ones. */
async function shown(list: string, columns = "key name"): Promise<unknown> {
  const { data } = await world.planned(`{ books(first: 100) { nodes { key ${list} { nodes { ${columns} } } } } }`);
  return data.books.nodes.map((book: { key: string; topics: { nodes: { key: string }[] } }) => [
    book.key,
    book.topics.nodes.length,
    book.topics.nodes.at(-1)?.key,
  ]);
}

test.each([
  ["topics(first: 3)", 3, "t3"],
  ["topics(first: 49)", 49, "t54"],
  ["topics(first: 50)", 50, "t55"],
  ["topics", 50, "t55"],
  ["topics(first: 72)", 72, "t79"],
  ["topics(first: 500)", 72, "t79"],
])("below a large page %s shows the first that are seen of each row", async (list, most, last) => {
  const few = most < 10 ? [3, "t3"] : [10, "t11"];
  const expected = [
    ["none", 0, undefined],
    ["few", ...few],
    ["all", most, last],
  ];
  for (const columns of ["key name", "key __typename", "key books(first: 1) { nodes { key } }"])
    expect(await shown(list, columns)).toEqual(expected);
});

test("long texts of far ends are shown as well", async () => {
  const { data } = await world.planned(`{ topics(first: 100) { nodes { key books(first: 60) { nodes { blurb } } } } }`);
  expect(data.topics.nodes).toHaveLength(72);
  expect(data.topics.nodes[0]).toEqual({
    key: "t1",
    books: { nodes: [{ blurb: "lang: few" }, { blurb: "lang: all" }] },
  });
});
