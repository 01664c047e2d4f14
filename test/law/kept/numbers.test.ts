import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Role } from "../../../src/access/viewer.js";
import { snakeCase } from "../../../src/graph/declare/naming.js";
import type { TestGraph } from "../../support/asking.js";
import { BUILDING } from "../../support/database.js";
import { library, testLibrary } from "../../support/library.js";
import { agree } from "../agree.js";
import { AMOUNTS, DATES } from "../questions/kept-numbers.js";
import { fill } from "../world/random-rows.js";
import { asRoles } from "./as-roles.js";
import { SIZE } from "./changes.js";

let graph: TestGraph;
beforeEach(async () => {
  graph = await testLibrary();
  await fill(library, graph.database, SIZE, 12);
}, BUILDING);
afterEach(() => graph.close());

const KEPT: readonly Role[] = ["PUBLIC", "STAFF", "STEWARD"];

/** Questions, and for whom their number is read from what is kept. */
const READ: readonly [string, readonly Role[]][] = [
  ["{ books { totalCount } }", KEPT],
  ["{ books(where: { visibility: { eq: PUBLIC }, lendable: { isNull: true } }) { totalCount } }", KEPT],
  ['{ books(where: { genre: { in: [NOVEL, ATLAS] }, price: { gte: "2" } }) { totalCount } }', KEPT],
  ['{ books(where: { printedOn: { between: { from: "2017", to: "2018-03" } } }) { totalCount } }', KEPT],
  ['{ books(where: { price: { gte: "2" }, weight: { lt: "1" } }) { totalCount } }', []],
  ['{ books(where: { price: { gte: "2", gt: "1" } }) { totalCount } }', []],
  ['{ books(where: { price: { eq: "2" } }) { totalCount } }', []],
  ['{ books(where: { title: { eq: "x" } }) { totalCount } }', []],
  ["{ books(where: { or: [{ genre: { eq: NOVEL } }] }) { totalCount } }", []],
  ["{ writers(first: 1) { nodes { written { totalCount } } } }", []],
  [
    '{ books(where: { lendable: { eq: true } }) { aggregate { count n: count(where: { genre: { eq: NOVEL } }) d: count(where: { price: { gt: "1" } }) } } }',
    KEPT,
  ],
  ["{ books { aggregate { count sum { pages } } } }", []],
  ["{ books(where: { genre: { eq: NOVEL } }) { aggregate { count(where: { genre: { eq: ATLAS } }) } } }", []],
  ["{ writers(first: 1) { nodes { written { aggregate { count } } } } }", []],
];

test("numbers are read where nothing but facets and one range is asked, and counted for all else and for editors", () =>
  asRoles(graph.database, async (paths) => {
    for (const [query, roles] of READ) {
      const kept: Role[] = [];
      for (const role of [...KEPT, "EDITOR" as const]) {
        const asked = await paths.get("PUBLIC")!.answer(query, {}, "planned", { role, departments: [] });
        if (asked.statements[0]!.includes("book_tally")) kept.push(role);
      }
      expect({ query, kept }).toEqual({ query, kept: roles }); // what editors see is also decided by who owns a row
    }
  }));

test.each([
  ["price", "Decimal", AMOUNTS],
  ["printedOn", "PartialDate", DATES],
])("every range of %s begins and ends where it says", async (attribute, type, values) => {
  const column = snakeCase(attribute);
  for (const [index, value] of values.entries())
    if (!value.startsWith("-"))
      await graph.database.query({
        text: `INSERT INTO book (key, title, ${column}) VALUES ($1, 'x', $2)`,
        values: [`at-${index}`, value],
      });
  const ranges = [
    "gt: $low",
    "gte: $low",
    "lt: $high",
    "lte: $high",
    "gt: $low, lt: $high",
    "gt: $low, lte: $high",
    "gte: $low, lt: $high",
  ];
  const lists = [...ranges, "between: { from: $low, to: $high }"].map(
    (range, index) => `r${index}: books(where: { ${attribute}: { ${range} } }) { totalCount }`,
  );
  const query = `query ($low: ${type}!, $high: ${type}!) { ${lists.join(" ")} }`;
  const outcomes = new Set<unknown>();
  await asRoles(graph.database, async (paths) => {
    for (const low of values)
      for (const high of values) outcomes.add(await agree(paths.get("PUBLIC")!, query, { low, high }));
  });
  expect(outcomes).toEqual(new Set(["planned"]));
});
