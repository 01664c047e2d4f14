import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { geraWorld } from "./world/gera-world.js";
import type { World } from "./world/world.js";
import { BUILDING } from "../support/database.js";

let world: World;
let planned: World["planned"];
let resolved: World["resolved"];

beforeAll(async () => {
  world = await geraWorld();
  ({ planned, resolved } = world);
}, BUILDING);
afterAll(() => world.close());

const MEASURE = `measure(key: "service-generationen")`;
const long = (bytes: number, end: string): string => "n".repeat(bytes - end.length) + end;

describe("names", () => {
  test("of 63 bytes are planned; longer ones, which PostgreSQL would cut to the same, are resolved", async () => {
    const { data } = await planned(`{ ${MEASURE} { ${long(63, "a")}: title ${long(63, "b")}: code } }`);
    expect(Object.keys(data.measure)).toEqual([long(63, "a"), long(63, "b")]);
    await resolved(`{ ${MEASURE} { ${long(64, "a")}: title ${long(64, "b")}: code } }`);
    await resolved(`{ ${long(64, "a")}: ${MEASURE} { title } }`);
  });

  test("that mean something in SQL or JavaScript are only names", async () => {
    const names = ["select", "page", "o", "r", "t1", "c0", "n", "more", "data", "missing", "__proto__", "constructor"];
    const { data } = await planned(
      `{ measures(first: 2) { edges { node { ${names.map((name) => `${name}: title`).join(" ")} } } } }`,
    );
    expect(Object.keys(data.measures.edges[0].node).sort()).toEqual([...names].sort());
  });

  test("stand twice beside each other with different arguments", async () => {
    const { data } = await planned(`{
      one: measures(first: 1) { nodes { key } } two: measures(first: 2) { nodes { key } } measures(first: 3) { totalCount }
      department(key: "dezernat-jugend-und-soziales") {
        a: ledMeasures(first: 1) { nodes { key } a: totalCount b: totalCount } b: ledMeasures(where: { code: { isNull: true } }) { totalCount } }
    }`);
    expect([data.one.nodes.length, data.two.nodes.length]).toEqual([1, 2]);
    expect(data.department.a.a).toBe(data.department.a.b);
  });

  test("of the same field are merged, however often it is asked for", async () => {
    const { data } = await planned(`{
      ${MEASURE} { title process { key } ...A process { title } } ${MEASURE} { key }
    } fragment A on Measure { process { label } title }`);
    expect(Object.keys(data.measure)).toEqual(["title", "process", "key"]);
    expect(Object.keys(data.measure.process)).toEqual(["key", "label", "title"]);
  });
});

describe("what is not known to be so is not so", () => {
  test("rows without a value are among those for which a filter does not hold", async () => {
    const { data } = await planned(`{ all: measures { totalCount }
      completed: measures(where: { status: { eq: COMPLETED } }) { totalCount }
      not: measures(where: { not: { status: { eq: COMPLETED } } }) { totalCount }
      ne: measures(where: { status: { ne: COMPLETED } }) { totalCount }
      notNot: measures(where: { not: { not: { status: { eq: COMPLETED } } } }) { totalCount }
      unknown: measures(where: { status: { isNull: true } }) { totalCount } }`);
    const count = (name: string): number => data[name].totalCount as number;
    expect(count("unknown")).toBeGreaterThan(0);
    expect(count("not")).toBe(count("all") - count("completed"));
    expect([count("ne"), count("notNot")]).toEqual([count("not"), count("completed")]);
  });

  test("every one fulfils a filter only where none lacks the value", async () => {
    const { data } = await planned(`{
      every: themes(where: { measures: { every: { status: { eq: COMPLETED } } } }) { totalCount }
      none: themes(where: { measures: { none: { status: { ne: COMPLETED } } } }) { totalCount }
      lacking: themes(where: { measures: { some: { status: { isNull: true } }, every: { status: { eq: COMPLETED } } } }) { totalCount } }`);
    expect(data.every.totalCount).toBe(data.none.totalCount);
    expect(data.lacking.totalCount).toBe(0);
  });
});

test("an id that names another kind than its node is that of no node", async () => {
  const { data } = await planned(`{ measures(first: 1) { nodes { id } } themes(first: 1) { nodes { id } } }`);
  const [measure, theme] = [data.measures.nodes[0].id, data.themes.nodes[0].id] as [string, string];
  const wrong = theme.replace(/_.*/, "") + measure.replace(/^[^_]*/, "");
  for (const ids of [
    [measure, wrong],
    [wrong, measure],
  ]) {
    const { data: found } = await planned("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    expect(found.nodes).toEqual(ids.map((id) => (id === wrong ? null : { id })));
  }
});

test("a list goes on behind a number with more digits than a client may send", async () => {
  const text = `INSERT INTO indicator_value (key, value, period, period_kind, indicator_id, spatial_unit_id, source_id)
    SELECT 'seventh-' || n, n / 7.0, (2100 + n)::text, 'YEAR', (SELECT id FROM indicator ORDER BY id LIMIT 1), (SELECT id FROM spatial_unit ORDER BY id LIMIT 1), (SELECT id FROM source ORDER BY id LIMIT 1)
    FROM generate_series(1, 3) AS n`;
  await world.database.query({ text, values: [] });
  const PAGE = `query ($after: String) { indicatorValues(where: { key: { startsWith: "seventh-" } }, orderBy: [{ field: VALUE }], first: 2, after: $after) {
    nodes { key } pageInfo { endCursor } } }`;
  const { data: first } = await planned(PAGE);
  const { data: next } = await planned(PAGE, { after: first.indicatorValues.pageInfo.endCursor });
  await world.database.query({ text: "DELETE FROM indicator_value WHERE key LIKE 'seventh-%'", values: [] });
  expect(next.indicatorValues.nodes).toEqual([{ key: "seventh-3" }]);
});

describe("fragments", () => {
  test("on the interface, inside each other, with and without a type", async () => {
    const { data } = await planned(`{
      measures(first: 3) { nodes { ...Outer ... { code } ... on Node { ... on Measure { status } ... on Theme { title } } } }
    } fragment Outer on Node { key ...Inner } fragment Inner on Node { __typename label ...Leaf } fragment Leaf on Node { id }`);
    expect(Object.keys(data.measures.nodes[0])).toEqual(["key", "__typename", "label", "id", "code", "status"]);
  });

  test("under a search, where each hit has its own kind", async () => {
    const { data } = await planned(`{
      search(text: "Lusan", first: 30) { hits { node { __typename ... on Measure { title } ... on SpatialUnit { name } ...A } } nodes { ...A ...B } }
    } fragment A on Node { key } fragment B on SpatialUnit { children { totalCount } }`);
    const kinds = new Set(data.search.hits.map(({ node }: { node: { __typename: string } }) => node.__typename));
    expect(kinds.size).toBeGreaterThan(1);
  });
});

describe("@skip and @include", () => {
  const CONDITIONS = `query ($yes: Boolean!, $no: Boolean = false) { measures(first: 2) {
    nodes { key ...A @include(if: $yes) ... on Measure @skip(if: $yes) { code } ... @include(if: $no) { status } title @skip(if: $no) }
    totalCount @include(if: $no) } } fragment A on Measure { label }`;

  test.each([
    [{ yes: true }, ["key", "label", "title"]],
    [{ yes: false }, ["key", "code", "title"]],
    [{ yes: false, no: true }, ["key", "code", "status"]],
  ])("on fields and spreads, by variables %j", async (variables, fields) => {
    const { data } = await planned(CONDITIONS, variables);
    expect(Object.keys(data.measures.nodes[0])).toEqual(fields);
  });

  test("by a variable that is null where none may be, an error that the resolvers word", async () => {
    expect((await resolved(CONDITIONS, { yes: true, no: null })).errors).toHaveLength(1);
    expect((await resolved(CONDITIONS, { yes: null })).errors).toHaveLength(1);
    expect((await resolved(CONDITIONS)).errors).toHaveLength(1);
  });

  test.each([
    ["{ measures(first: 1) { nodes @skip(if: true) { key } } }", { measures: {} }],
    ["{ measures(first: 1) { nodes { key @skip(if: true) } } }", { measures: { nodes: [{}] } }],
    ["{ measures(first: 1) @include(if: false) { nodes { key } } }", {}],
    ["{ measures(first: 1) { edges { node { key @skip(if: true) } } } }", { measures: { edges: [{ node: {} }] } }],
    ["{ measures(first: 1) { edges { cursor @skip(if: true) } pageInfo { hasNextPage @skip(if: true) } } }", null],
    ["{ measures(first: 1) { aggregate { sum { costEur @skip(if: true) } } } }", null],
    [
      "{ measures(first: 1) { aggregate { count @skip(if: true) } groups(by: [STATUS]) { keys { status @skip(if: true) } } } }",
      null,
    ],
    [`{ search(text: "Lusan", first: 1) { hits { score @skip(if: true) } nodes { key @skip(if: true) } } }`, null],
    [`{ search(text: "Lusan", first: 1) { hits @skip(if: true) { score } } }`, { search: {} }],
    [
      `{ department(key: "dezernat-jugend-und-soziales") { visitingAddress { locality @skip(if: true) } sources { key @skip(if: true) } } }`,
      null,
    ],
  ])("that leave nothing to ask for: %s", async (query, expected) => {
    const { data } = await planned(query);
    if (expected) expect(data).toEqual(expected);
  });
});

describe("what the planner leaves to the resolvers, the whole operation", () => {
  test.each([
    ["a computed field", `{ departments(first: 3) { nodes { key isOpen openNow: isOpen } } measures { totalCount } }`],
    ["a link to any kind", "{ statements(first: 5) { nodes { key subject { __typename key } } } }"],
    [
      "introspection beside data",
      `{ __schema { queryType { name } } __type(name: "Measure") { name kind } ${MEASURE} { title } }`,
    ],
    ["a list of values", "{ __typename __schema { types { name } } }"],
    ["a filter that cannot be meant", `{ measures(where: { title: { eq: null } }) { totalCount } }`],
    ["a page that cannot be", `{ measures(first: -1) { totalCount } themes { totalCount } }`],
    ["a cursor of another order", `{ measures(after: "WyJUSVRMRSJd") { nodes { key } } }`],
    ["neither id nor key", `{ measure { key } }`],
    ["both id and key", `{ measure(id: "measure_0199aaaa-0000-7000-8000-000000000000", key: "a") { key } }`],
    ["an unknown key beside a known one", `{ a: measure(key: "gibt-es-nicht") { key } ${MEASURE} { key } }`],
  ])("%s", async (_name, query) => {
    const { data, errors } = await resolved(query);
    expect(data ?? errors).toBeTruthy();
  });

  test("and what is no operation, or not one alone, reaches neither", async () => {
    const two = "query A { __typename } query B { measures { totalCount } }";
    expect((await world.ask(two)).errors).toHaveLength(1);
    expect((await world.ask("fragment A on Measure { key }")).errors).toHaveLength(1);
  });
});

test("__typename stands everywhere", async () => {
  const { data } = await planned(`{ __typename t: __typename
    measures(first: 1) { __typename nodes { __typename } edges { __typename node { __typename grants { __typename nodes { __typename } } } } pageInfo { __typename }
      aggregate { __typename sum { __typename } min { __typename costEur } } groups(by: [STATUS], first: 1) { __typename keys { __typename process { __typename } } max { __typename } } }
    department(key: "dezernat-jugend-und-soziales") { __typename visitingAddress { __typename } serviceHours { __typename } sources { __typename } statements { __typename source { __typename } } conflicts { __typename statements { __typename } } externalIds { __typename } }
    search(text: "Lusan", first: 1) { __typename hits { __typename node { __typename } } nodes { __typename } }
  }`);
  expect(data.__typename).toBe("Query");
  expect(data.measures.groups[0].keys).toEqual({ __typename: "MeasureGroupKeys", process: null });
});
