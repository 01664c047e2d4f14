import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { libraryWorld } from "../law/world/library-world.js";
import type { World } from "../law/world/world.js";
import { type Book, booksOf, store } from "./figures/books.js";
import { DIMENSIONS, FIGURES, figuresOf, groupsOf } from "./figures/expected.js";
import { BUILDING } from "../support/database.js";

const books = booksOf(150, 2018);

let world: World;
beforeAll(async () => {
  world = await libraryWorld();
  await store(world.database, books);
}, BUILDING);
afterAll(() => world.close());

/** Filters, and the books that they let through. */
const FILTERS: readonly (readonly [string, (book: Book) => boolean])[] = [
  ["{}", () => true],
  ["{ genre: { eq: POEMS } }", ({ genre }) => genre === "POEMS"],
  ["{ lendable: { isNull: true } }", ({ lendable }) => lendable === null],
  ['{ department: { key: { eq: "d1" } } }', ({ department }) => department === "d1"],
  [
    '{ topics: { some: { key: { in: ["t0", "t1"] } } } }',
    ({ topics }) => topics.includes("t0") || topics.includes("t1"),
  ],
  ["{ authors: { count: { gt: 1 } } }", ({ authors }) => authors.length > 1],
  ["{ pages: { gt: 2000000001 } }", () => false],
];

const sorted = (groups: readonly { keys: object }[]): unknown[] =>
  [...groups].sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));

describe("aggregates", () => {
  test.each(FILTERS)("over books where %s, exact, null over no value", async (where, lets) => {
    const { data } = await world.planned(`{ books(where: ${where}, first: 1) { aggregate { ${FIGURES} } } }`);
    expect(data.books.aggregate).toEqual(figuresOf(books.filter(lets)));
  });

  test("with names and filters of their own, over the list's filter", async () => {
    const { data } = await world.planned(`{ books(where: { genre: { in: [NOVEL, ATLAS] } }) { aggregate {
      count lent: count(where: { lendable: { eq: true } }) none: count(where: { key: { eq: "nicht-da" } })
      poems: sum(where: { genre: { eq: POEMS } }) { price } atlas: sum(where: { genre: { eq: ATLAS } }) { price weight }
      first: min(where: { lendable: { eq: false } }) { printedOn } } } }`);
    const chosen = books.filter(({ genre }) => genre === "NOVEL" || genre === "ATLAS");
    const of = (lets: (book: Book) => boolean) =>
      figuresOf(chosen.filter(lets)) as Record<string, Record<string, unknown>>;
    const atlas = of(({ genre }) => genre === "ATLAS").sum!;
    expect(data.books.aggregate).toEqual({
      count: chosen.length,
      lent: chosen.filter(({ lendable }) => lendable).length,
      none: 0,
      poems: { price: null },
      atlas: { price: atlas.price, weight: atlas.weight },
      first: { printedOn: of(({ lendable }) => lendable === false).min!.printedOn },
    });
  });

  test("under a path, over the rows of that path only, whatever the page", async () => {
    const { data } = await world.planned(`{
      departments(orderBy: [{ field: KEY }]) { nodes { key books(where: { lendable: { eq: true } }, first: 2) { nodes { key } aggregate { ${FIGURES} } } } }
      topics(orderBy: [{ field: KEY }]) { nodes { key books(last: 1) { aggregate { ${FIGURES} } } } }
      writers(orderBy: [{ field: KEY }]) { nodes { key written { totalCount aggregate { ${FIGURES} } } edited { aggregate { count } } } }
    }`);
    for (const { key, books: list } of data.departments.nodes)
      expect(list.aggregate).toEqual(
        figuresOf(books.filter(({ department, lendable }) => department === key && lendable)),
      );
    for (const { key, books: list } of data.topics.nodes)
      expect(list.aggregate).toEqual(figuresOf(books.filter(({ topics }) => topics.includes(key))));
    for (const { key, written, edited } of data.writers.nodes) {
      expect(written.aggregate).toEqual(figuresOf(books.filter(({ authors }) => authors.includes(key))));
      expect(edited.aggregate.count).toBe(key === "w3" ? 1 : 0);
    }
    expect(data.topics.nodes.at(-1).books.aggregate.count).toBe(0);
  });
});

describe("groups", () => {
  test.each(DIMENSIONS)("by $name", async (by) => {
    const { data } = await world.planned(`{ books { groups(by: [${by.name}]) { keys { ${by.ask} } ${FIGURES} } } }`);
    const expected = groupsOf(books, [by]).map(({ keys, books: grouped }) => ({ keys, ...figuresOf(grouped) }));
    expect(sorted(data.books.groups)).toEqual(sorted(expected));
  });

  test("by any one to four things, over any filter", async () => {
    const some = fc.subarray([...DIMENSIONS], { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom(...FILTERS), async (by, [where, lets]) => {
        const keys = by.map(({ ask }) => ask).join(" ");
        const { data } = await world.planned(
          `{ books(where: ${where}) { groups(by: [${by.map(({ name }) => name).join(", ")}], first: 1000) { keys { ${keys} } count sum { price } } } }`,
        );
        const expected = groupsOf(books.filter(lets), by).map(({ keys, books: grouped }) => {
          const { count, sum } = figuresOf(grouped) as { count: number; sum: { price: unknown } };
          return { keys, count, sum: { price: sum.price } };
        });
        expect(sorted(data.books.groups)).toEqual(sorted(expected));
      }),
      { numRuns: 15, seed: 2018 },
    );
  });

  test("under a path, each with the path's rows and the list's filter", async () => {
    const { data } = await world.planned(`{ topics { nodes { key
      books(where: { pages: { isNull: false } }) { groups(by: [GENRE, AUTHOR]) { keys { genre author { key } } count max { pages } } } } } }`);
    const by = DIMENSIONS.filter(({ name }) => name === "GENRE" || name === "AUTHOR");
    for (const { key, books: list } of data.topics.nodes) {
      const chosen = books.filter(({ topics, pages }) => topics.includes(key) && pages !== null);
      const expected = groupsOf(chosen, by).map(({ keys, books: grouped }) => ({
        keys,
        count: grouped.length,
        max: { pages: Math.max(...grouped.map(({ pages }) => pages!)) },
      }));
      expect(sorted(list.groups)).toEqual(sorted(expected));
    }
  });

  test("are sorted by their keys in the order of the type, those without last; or as asked", async () => {
    const { data } = await world.planned(`{ books {
      genres: groups(by: [GENRE]) { keys { genre } } down: groups(by: [GENRE], orderBy: [{ field: GENRE, direction: DESC }]) { keys { genre } }
      names: groups(by: [DEPARTMENT], orderBy: [{ field: COUNT, direction: DESC }, { field: SUM_PRICE }]) { count }
      months: groups(by: [PRINTED_ON_MONTH]) { keys { printedOnMonth } }
      dear: groups(by: [GENRE], orderBy: [{ field: MAX_PRICE, direction: DESC }], first: 2) { keys { genre } max { price } } } }`);
    const keys = (name: string, key: string): unknown[] =>
      data.books[name].map((group: { keys: Record<string, unknown> }) => group.keys[key]);
    expect(keys("genres", "genre")).toEqual(["NOVEL", "POEMS", "ATLAS", null]);
    expect(keys("down", "genre")).toEqual(["ATLAS", "POEMS", "NOVEL", null]);
    const counts = data.books.names.map(({ count }: { count: number }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const months = keys("months", "printedOnMonth");
    expect(months).toEqual([...months.filter(Boolean).sort(), null]);
    expect(data.books.dear).toHaveLength(2);
  });

  test("are kept or dropped by conditions on their figures", async () => {
    const by = DIMENSIONS.find(({ name }) => name === "AUTHOR")!;
    const all = groupsOf(books, [by, DIMENSIONS[0]!]).map(({ keys, books: grouped }) => ({
      keys,
      ...figuresOf(grouped),
    })) as never as {
      keys: object;
      count: number;
      avg: { pages: string | null };
    }[];
    const asked = async (having: string): Promise<unknown[]> => {
      const { data } = await world.planned(
        `{ books { groups(by: [AUTHOR, GENRE], having: ${having}) { keys { author { key } genre } ${FIGURES} } } }`,
      );
      return sorted(data.books.groups);
    };
    expect(await asked("{ count: { gte: 10, lt: 20 } }")).toEqual(
      sorted(all.filter(({ count }) => count >= 10 && count < 20)),
    );
    expect(await asked("{ avg: { pages: { gt: 100000000 } }, count: { ne: 3 } }")).toEqual(
      sorted(all.filter(({ avg, count }) => Number(avg.pages) > 100_000_000 && count !== 3)),
    );
    expect(await asked("{ max: { printedOn: { isNull: true } } }")).toEqual([]);
    expect(await asked("{}")).toHaveLength(all.length);
  });

  test("of no row are none, and numbers that are equal are one, however they are written", async () => {
    await world.database.query({
      text: "INSERT INTO book (key, title, price) VALUES ('x1', 'x', 7.00), ('x2', 'x', 7), ('x3', 'x', 7.0)",
      values: [],
    });
    const { data } = await world.planned(`{
      none: books(where: { key: { eq: "nicht-da" } }) { groups(by: [GENRE]) { count } }
      books(where: { title: { eq: "x" } }) { groups(by: [PRICE, GENRE]) { keys { price } count sum { price } } } }`);
    await world.database.query({ text: "DELETE FROM book WHERE title = 'x'", values: [] });
    expect(data.none.groups).toEqual([]);
    expect(data.books.groups).toEqual([{ keys: { price: "7" }, count: 3, sum: { price: "21.00" } }]);
  });

  test.each([
    ["nothing", "by: []", "by"],
    ["the same twice", "by: [GENRE, GENRE]", "by"],
    ["five things", "by: [GENRE, LENDABLE, PAGES, TOPIC, AUTHOR]", "by"],
    ["an order by what is not grouped by", "by: [GENRE], orderBy: [{ field: PAGES }]", "orderBy"],
    ["fewer than no group", "by: [GENRE], first: -1", "first"],
    ["more than a thousand", "by: [GENRE], first: 1001", "first"],
    ["null where a number belongs", "by: [GENRE], having: { count: { gt: null } }", "gt"],
  ])("by %s are refused with BAD_USER_INPUT", async (_name, args, attribute) => {
    const { errors } = await world.resolved(`{ books { groups(${args}) { count } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", attribute });
  });

  test("more than a thousand are never cut silently", async () => {
    const fill =
      "INSERT INTO book (key, title, pages) SELECT 'm' || n, 'many', n FROM generate_series(1, $1::int) AS n";
    const query = `query ($first: Int) { books(where: { title: { eq: "many" } }) { groups(by: [PAGES], first: $first) { count } } }`;
    await world.database.query({ text: fill, values: [1000] });
    expect((await world.planned(query)).data.books.groups).toHaveLength(1000);
    await world.database.query({ text: "INSERT INTO book (key, title, pages) VALUES ('m0', 'many', 0)", values: [] });
    const { errors, paths } = await world.ask(query);
    expect(errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
    expect(paths).toEqual(["resolved"]);
    for (const first of [1000, 3])
      expect((await world.planned(query, { first })).data.books.groups).toHaveLength(first);
    await world.database.query({ text: "DELETE FROM book WHERE title = 'many'", values: [] });
  });
});
