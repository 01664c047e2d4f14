import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testLibrary } from "../support/library.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;

beforeAll(async () => {
  graph = await testLibrary();
  const departments = await insert(graph.database, "department", [
    { key: "kinder", name: "Kinder" },
    { key: "heimat", name: "Heimat" },
  ]);
  const none = {
    pages: null,
    printed_on: null,
    price: null,
    genre: null,
    lendable: null,
    department_id: null,
    format_binding: null,
  };
  await insert(graph.database, "book", [
    {
      ...none,
      key: "loewe",
      title: "Der Löwenthal",
      pages: 100,
      printed_on: "2018",
      price: "10",
      genre: "NOVEL",
      lendable: true,
      department_id: departments[0],
    },
    {
      ...none,
      key: "strasse",
      title: "Die Straße",
      pages: 200,
      printed_on: "2018-09",
      price: "20.5",
      genre: "POEMS",
      lendable: false,
      department_id: departments[1],
      format_binding: "Leinen",
    },
    { ...none, key: "bauer", title: "Bauer 100% _", printed_on: "2018-09-27", department_id: departments[1] },
    { ...none, key: "leer", title: "Ohne alles" },
  ]);
});

afterAll(() => graph.close());

const keys = async (where: string): Promise<string[]> => {
  const { data, errors } = await graph.ask(
    `{ books(where: ${where}, orderBy: [{ field: KEY }]) { totalCount nodes { key } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data.books.totalCount).toBe(data.books.nodes.length);
  return data.books.nodes.map((node: { key: string }) => node.key);
};

const CASES: [string, string[]][] = [
  ["{}", ["bauer", "leer", "loewe", "strasse"]],
  [`{ key: { eq: "leer" } }`, ["leer"]],
  ["{ pages: { ne: 100 } }", ["bauer", "leer", "strasse"]],
  ["{ pages: { in: [100, 200] } }", ["loewe", "strasse"]],
  ["{ pages: { notIn: [100] } }", ["bauer", "leer", "strasse"]],
  ["{ pages: { in: [] } }", []],
  ["{ pages: { isNull: true } }", ["bauer", "leer"]],
  ["{ pages: { gt: 100, lte: 200 } }", ["strasse"]],
  ["{ pages: { between: { from: 100, to: 150 } } }", ["loewe"]],
  [`{ price: { gte: "10.00", lt: 20.5 } }`, ["loewe"]],
  ["{ genre: { in: [POEMS] } }", ["strasse"]],
  ["{ lendable: { eq: false } }", ["strasse"]],
  [`{ title: { contains: "lowenthal" } }`, ["loewe"]],
  [`{ title: { contains: "LOEWENTHAL" } }`, ["loewe"]],
  [`{ title: { contains: "löwenthal" } }`, ["loewe"]],
  [`{ title: { startsWith: "die strasse" } }`, ["strasse"]],
  [`{ title: { endsWith: "straße" } }`, ["strasse"]],
  [`{ title: { contains: "er" } }`, ["bauer", "loewe"]],
  [`{ title: { contains: "100% _" } }`, ["bauer"]],
  [`{ title: { contains: "0_%" } }`, []],
  [`{ format: { binding: { eq: "Leinen" } } }`, ["strasse"]],
  [`{ department: { name: { eq: "Heimat" } } }`, ["bauer", "strasse"]],
  [`{ not: { department: {} } }`, ["leer"]],
  [`{ and: [{ pages: { gt: 0 } }, { genre: { ne: NOVEL } }] }`, ["strasse"]],
  [`{ or: [{ key: { eq: "leer" } }, { key: { eq: "bauer" } }] }`, ["bauer", "leer"]],
  [`{ or: [] }`, []],
  [`{ department: { books: { some: { department: { books: { count: { gte: 2 } } } } } } }`, ["bauer", "strasse"]],
  [`{ department: { books: { count: { eq: 1 }, of: { genre: { eq: POEMS } } } } }`, ["bauer", "strasse"]],
  [`{ department: { books: { sum: { price: { gt: "20" } } } } }`, ["bauer", "strasse"]],
  [`{ department: { books: { sum: { price: { gt: "20" } }, of: { genre: { ne: POEMS } } } } }`, []],
  [`{ department: { books: { max: { printedOn: { lt: "2019" } }, min: { pages: { eq: 100 } } } } }`, ["loewe"]],
  [`{ department: { books: { every: { printedOn: { isNull: false } } } } }`, ["bauer", "loewe", "strasse"]],
  [`{ department: { books: { none: { key: { eq: "strasse" } } } } }`, ["loewe"]],
  [`{ printedOn: { eq: "2018-09" } }`, ["strasse"]],
  [`{ printedOn: { between: { from: "2018", to: "2018" } } }`, ["bauer", "loewe", "strasse"]],
  [`{ printedOn: { gte: "2018-09" } }`, ["bauer", "strasse"]],
  [`{ printedOn: { lt: "2018-10" } }`, ["bauer", "strasse"]],
  [`{ printedOn: { gt: "2018-09-26" } }`, ["bauer"]],
];

test.each(CASES)("where %s", async (where, expected) => {
  expect(await keys(where)).toEqual(expected);
});
