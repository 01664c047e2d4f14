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
    const kindsOf = async (variables: Record<string, unknown>): Promise<Set<string>> =>
      new Set(
        (await planned(query, variables)).data.a.nodes.map(({ __typename }: { __typename: string }) => __typename),
      );
    expect(await kindsOf({})).toEqual(new Set(["SpatialUnit"]));
    expect(await kindsOf({ kinds: ["MEASURE"] })).toEqual(new Set(["Measure"]));
    expect((await kindsOf({ kinds: null, kind: "MEASURE" })).size).toBeGreaterThan(2);
    expect((await kindsOf({ kinds: [] })).size).toBe(0);
    expect((await world.ask(query, { kinds: ["Measure"] })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
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
