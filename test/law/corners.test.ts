import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { computedFields, graph as city } from "../../src/domain/index.js";
import type { TestDatabase } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type Agreed, askBoth } from "./ask-both.js";
import { type BothPaths, bothPaths } from "./both-paths.js";

let made: TestDatabase;
let paths: BothPaths;

beforeAll(async () => {
  made = await geraDatabase();
  paths = await bothPaths(city, computedFields, made.database);
});
afterAll(async () => {
  await paths.stop();
  await made.close();
});

type Variables = Readonly<Record<string, unknown>>;

/** Both paths give these bytes, and this one answers. */
async function planned(query: string, variables: Variables = {}): Promise<Agreed> {
  const answer = await askBoth(paths, query, variables);
  expect(answer.paths).toEqual(["planned"]);
  expect(answer.errors).toBeUndefined();
  return answer;
}

async function resolved(query: string, variables: Variables = {}): Promise<Agreed> {
  const answer = await askBoth(paths, query, variables);
  expect(answer.paths).toEqual(["resolved"]);
  return answer;
}

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

describe("variables", () => {
  const PAGE = `query ($first: Int = 2, $where: MeasureFilter, $after: String, $order: [MeasureOrder!] = [{ field: KEY }]) {
    measures(first: $first, where: $where, after: $after, orderBy: $order) { totalCount nodes { key } } }`;

  test("that are absent take their default, null is null, and neither serves the other's plan", async () => {
    const sizes: number[] = [];
    for (const variables of [{}, { first: null }, {}, { first: 1 }, { first: null }, { where: null, after: null }])
      sizes.push((await planned(PAGE, variables)).data.measures.nodes.length);
    expect(sizes).toEqual([2, 50, 2, 1, 50, 2]);
    expect((await planned(PAGE, { order: null })).data.measures.nodes).toHaveLength(2);
  });

  test("that are absent inside a filter leave the condition out; null there is an error, on both paths", async () => {
    const query = `query ($text: String, $in: [String!]) { measures(where: { title: { contains: $text, in: $in } }) { totalCount } }`;
    const all = (await planned(query)).data.measures.totalCount;
    const some = (await planned(query, { text: "Lusan" })).data.measures.totalCount;
    expect(all).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(0);
    for (const variables of [{ text: null }, { in: null }])
      expect((await resolved(query, variables)).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect((await planned(query)).data.measures.totalCount).toBe(all);
  });

  test("in lists: a whole list, a list of variables, one value for a list", async () => {
    const { data } = await planned("{ measures(first: 3) { nodes { id key title } } }");
    const [a, b, c] = data.measures.nodes;
    const whole = `query ($keys: [String!]!) { measures(where: { key: { in: $keys } }) { nodes { key } } }`;
    for (const keys of [[a.key, b.key], [c.key], [], a.key, [a.key, b.key, c.key]])
      expect((await planned(whole, { keys })).data.measures.nodes).toHaveLength([keys].flat().length);
    const parts = `query ($a: String!, $b: String!) { measures(where: { key: { in: [$a, "${c.key}", $b] } }) { nodes { key } } }`;
    expect((await planned(parts, { a: a.key, b: b.key })).data.measures.nodes).toHaveLength(3);
    expect((await planned(parts, { a: a.key, b: a.key })).data.measures.nodes).toHaveLength(2);
    const ids = `query ($ids: [ID!]!) { measures(where: { id: { notIn: $ids } }) { totalCount } nodes(ids: $ids) { key } }`;
    expect((await planned(ids, { ids: [a.id, b.id] })).data.nodes).toHaveLength(2);
    expect((await planned(ids, { ids: [c.id, b.id] })).data.nodes).toEqual([{ key: c.key }, { key: b.key }]);
    const numbers = `query ($years: [Int!], $stages: [GrantStage!]) { fundingGrants(where: { year: { in: $years }, stage: { notIn: $stages } }) { totalCount } }`;
    for (const variables of [
      { years: [2019, 2020], stages: ["GRANTED"] },
      { years: 2019, stages: [] },
    ])
      expect((await planned(numbers, variables)).data.fundingGrants.totalCount).toBeGreaterThan(0);
  });

  test("of every type in the same place of a filter, one after the other", async () => {
    const query = `query ($w: MeasureFilter!, $d: PartialDate, $e: Decimal) { measures(where: { and: [$w, { startsOn: { gte: $d }, costEur: { gt: $e } }] }) { totalCount } }`;
    for (const variables of [
      { w: {}, d: "2015", e: 1 },
      { w: { title: { contains: "a" } }, d: "2015-05", e: "1.5" },
      { w: { or: [{ code: { isNull: true } }, { spatialUnits: { count: { gt: 0 } } }] }, d: "2018" },
      { w: { startsOn: { between: { from: "2010", to: "2020-02-29" } } } },
    ])
      expect((await planned(query, variables)).data.measures.totalCount).toBeGreaterThan(0);
  });

  test("of an enum whose values inside differ from its names", async () => {
    const query = `query ($kinds: [Kind!] = [SPATIAL_UNIT], $kind: Kind! = THEME) {
      a: search(text: "Lusan", kinds: $kinds) { totalCount nodes { __typename } } b: search(text: "Lusan", kinds: [$kind, PLANNING_PROCESS]) { nodes { __typename } }
      c: search(text: "Lusan", kinds: MEASURE) { totalCount nodes { __typename } } }`;
    const kindsOf = async (variables: Variables): Promise<Set<string>> =>
      new Set(
        (await planned(query, variables)).data.a.nodes.map(({ __typename }: { __typename: string }) => __typename),
      );
    expect(await kindsOf({})).toEqual(new Set(["SpatialUnit"]));
    expect(await kindsOf({ kinds: ["MEASURE"] })).toEqual(new Set(["Measure"]));
    expect((await kindsOf({ kinds: null, kind: "MEASURE" })).size).toBeGreaterThan(2);
    expect((await kindsOf({ kinds: [] })).size).toBe(0);
    expect((await askBoth(paths, query, { kinds: ["Measure"] })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("nodes by id", () => {
  const ids = async (): Promise<Record<string, string>> => {
    const { data } = await planned(`{ ${MEASURE} { id } department(key: "stadt-gera") { id } }`);
    return { measure: data.measure.id, department: data.department.id };
  };
  const NODE =
    "query ($id: ID!) { node(id: $id) { __typename id label ... on Measure { title } ... on Department { name } } }";
  const NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename key ... on Measure { title } } }";

  test("of any kind, by one document", async () => {
    const { measure, department } = await ids();
    for (const id of [measure, department, measure]) expect((await planned(NODE, { id })).data.node.id).toBe(id);
    const { data } = await planned(NODES, { ids: [measure, department, measure] });
    expect(data.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      "Measure",
      "Department",
      "Measure",
    ]);
    expect((await planned(NODES, { ids: [] })).data.nodes).toEqual([]);
    expect((await planned(NODES, { ids: measure })).data.nodes).toHaveLength(1);
  });

  test("that are not there: an error for one, null among many, in the same words", async () => {
    const { measure } = await ids();
    const gone = measure!.replace(/.{12}$/, "000000000000");
    const { errors, data } = await resolved(NODE, { id: gone });
    expect([errors?.[0]?.extensions.code, data]).toEqual(["NOT_FOUND", { node: null }]);
    expect((await planned(NODES, { ids: [gone, measure] })).data.nodes[0]).toBeNull();
    expect((await resolved(`{ node(id: "${gone}") { id } ${MEASURE} { title } }`)).data.measure).not.toBeNull();
    expect((await resolved(`{ measure(id: "${gone}") { id } }`)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect((await planned(NODE, { id: measure })).data.node.id).toBe(measure);
  });

  test.each([
    ["tree_0199aaaa-0000-7000-8000-000000000000", "NOT_FOUND"],
    ["1 OR 1=1", "BAD_USER_INPUT"],
    ["", "BAD_USER_INPUT"],
    ["measure_0199AAAA-0000-7000-8000-000000000000", "BAD_USER_INPUT"],
  ])("that cannot be: %s", async (id, code) => {
    expect((await resolved(NODE, { id })).errors?.[0]?.extensions.code).toBe(code);
    expect((await resolved(`{ node(id: ${JSON.stringify(id)}) { key } }`)).errors?.[0]?.extensions.code).toBe(code);
    await resolved(NODES, { ids: [id] });
    expect((await resolved("query ($id: ID) { measure(id: $id) { key } }", { id })).errors).toHaveLength(1);
  });

  test("more than a statement takes are resolved, more than may be asked for refused", async () => {
    const { measure } = await ids();
    expect((await resolved(NODES, { ids: Array(51).fill(measure) })).data.nodes).toHaveLength(51);
    expect((await resolved(NODES, { ids: Array(501).fill(measure) })).errors?.[0]?.extensions.code).toBe(
      "LIMIT_EXCEEDED",
    );
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
    expect((await askBoth(paths, two)).errors).toHaveLength(1);
    expect((await askBoth(paths, "fragment A on Measure { key }")).errors).toHaveLength(1);
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
