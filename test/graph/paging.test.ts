import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TestGraph } from "../support/asking.js";
import { testLibrary } from "../support/library.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
const TITLES = ["Amt", "Ämter", "amt", "Zeitz", "5.9", "5.10", "ß"];

beforeAll(async () => {
  graph = await testLibrary();
  const departments = await insert(graph.database, "department", [
    { key: "a", name: "B" },
    { key: "b", name: "A" },
  ]);
  const rows = Array.from({ length: 60 }, (_, index) => ({
    key: `b${index}`,
    title: TITLES[index % TITLES.length],
    pages: index % 3 ? index % 5 : null,
    printed_on: index % 4 ? `20${10 + (index % 7)}${index % 2 ? "-05" : ""}` : null,
    price: index % 5 ? String(index % 4) : null,
    department_id: index % 3 ? departments[index % 2] : null,
  }));
  await insert(graph.database, "book", rows);
});

afterAll(() => graph.close());

interface Page {
  nodes: { key: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const page = async (variables: Record<string, unknown>): Promise<Page> => {
  const { data, errors } = await graph.ask(
    `query ($order: [BookOrder!], $first: Int, $after: String, $last: Int, $before: String) {
      books(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
        nodes { key } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.books;
};

const keysOf = ({ nodes }: Page): string[] => nodes.map(({ key }) => key);

async function walk(order: unknown, first: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const next = await page({ order, first, after });
    seen.push(...keysOf(next));
    if (!next.pageInfo.hasNextPage) return seen;
    after = next.pageInfo.endCursor;
  }
}

async function walkBack(order: unknown, last: number): Promise<string[]> {
  const seen: string[] = [];
  for (let before: string | null = null; ;) {
    const next = await page({ order, last, before });
    seen.unshift(...keysOf(next));
    if (!next.pageInfo.hasPreviousPage) return seen;
    before = next.pageInfo.startCursor;
  }
}

const order = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom("TITLE", "PAGES", "PRINTED_ON", "PRICE", "CREATED_AT", "DEPARTMENT_NAME", "LABEL"),
    direction: fc.constantFrom("ASC", "DESC"),
    nulls: fc.constantFrom("FIRST", "LAST"),
  }),
  { selector: ({ field }) => field, maxLength: 3 },
);

describe("pages", () => {
  test("in any order, with ties and empty values, forwards and backwards, make the whole list once", async () => {
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 25 }), async (orderBy, size) => {
        const whole = keysOf(await page({ order: orderBy, first: 500 }));
        expect(whole).toHaveLength(60);
        expect(await walk(orderBy, size)).toEqual(whole);
        expect(await walkBack(orderBy, size)).toEqual(whole);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test("sort as a German reader expects, numbers by value, empty values last unless told otherwise", async () => {
    const { data } = await graph.ask(`{
      titles: books(orderBy: [{ field: TITLE }, { field: KEY }], first: 500) { nodes { title } }
      down: books(orderBy: [{ field: PAGES, direction: DESC }], first: 500) { nodes { pages } }
    }`);
    const titles = [...new Set(data.titles.nodes.map(({ title }: { title: string }) => title))];
    expect(titles).toEqual(["5.9", "5.10", "amt", "Amt", "Ämter", "ß", "Zeitz"]);
    expect(data.down.nodes.at(0).pages).toBe(4);
    expect(data.down.nodes.at(-1).pages).toBeNull();
  });

  test("stay right while rows come in between", async () => {
    const orderBy = [{ field: "TITLE" }];
    const first = await page({ order: orderBy, first: 10 });
    await insert(graph.database, "book", [
      { key: "new-front", title: "0" },
      { key: "new-back", title: "zz" },
    ]);
    const rest = await page({ order: orderBy, first: 500, after: first.pageInfo.endCursor });
    await graph.database.query({ text: "DELETE FROM book WHERE key LIKE 'new-%'", values: [] });
    expect(keysOf(rest)).toHaveLength(51);
    expect(keysOf(rest)).toContain("new-back");
    expect(keysOf(rest)).not.toContain("new-front");
  });

  test("say what lies on either side", async () => {
    const first = await page({ first: 10 });
    const second = await page({ first: 10, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasPreviousPage, first.pageInfo.hasNextPage]).toEqual([false, true]);
    expect([second.pageInfo.hasPreviousPage, second.pageInfo.hasNextPage]).toEqual([true, true]);
    expect((await page({ first: 0 })).nodes).toEqual([]);
  });
});

const REFUSED: [string, Record<string, unknown>][] = [
  ["more than the ceiling", { first: 501 }],
  ["a number below zero", { first: -1 }],
  ["both directions", { first: 1, last: 1 }],
  ["a cursor that is none", { after: "böse" }],
  ["a cursor that is not JSON", { after: "YWJj" }],
  [
    "a cursor of another order",
    {
      after: Buffer.from(JSON.stringify(["TITLE ASC LAST", "x", "0199aaaa-0000-7000-8000-000000000000"])).toString(
        "base64url",
      ),
    },
  ],
  [
    "a cursor with a value that cannot be",
    {
      order: [{ field: "PAGES" }],
      after: Buffer.from(JSON.stringify(["PAGES ASC LAST", "many", "0199aaaa-0000-7000-8000-000000000000"])).toString(
        "base64url",
      ),
    },
  ],
  ["a field given twice", { order: [{ field: "PAGES" }, { field: "PAGES", direction: "DESC" }] }],
];

test.each(REFUSED)("a page refuses %s with BAD_USER_INPUT", async (_name, variables) => {
  const { errors } = await graph.ask(
    `query ($order: [BookOrder!], $first: Int, $after: String, $last: Int) { books(orderBy: $order, first: $first, after: $after, last: $last) { nodes { key } } }`,
    variables,
  );
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("an explicit null asks for the default page, not for everything", async () => {
  expect((await page({ first: null, order: null, after: null })).nodes).toHaveLength(50);
});
