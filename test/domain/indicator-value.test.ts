import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let indicator: string, city: string, office: string, state: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  [indicator] = (await insert(database, "indicator", [{ key: "ew", title: "Bevölkerung" }])) as [string];
  [city] = (await insert(database, "spatial_unit", [{ key: "gera", name: "Gera", kind: "CITY" }])) as [string];
  const sources = [
    { key: "melderegister", title: "Melderegister" },
    { key: "landesamt", title: "Landesamt" },
  ];
  [office, state] = (await insert(database, "source", sources)) as [string, string];
});
afterAll(() => graph.close());

let made = 0;
const make = (row: Record<string, string | null>) => {
  const value = { key: `w-${++made}`, indicator_id: indicator, spatial_unit_id: city, source_id: office };
  return insert(graph.database, "indicator_value", [{ ...value, value: "1", period_kind: "YEAR", ...row }]);
};

test("is a number of an indicator in a space by a source, seen from all ends", async () => {
  const [id] = await make({ period: "2022", value: "-93.50", value_precision: "EXACT" });
  const only = `(where: { id: { eq: "indicator-value_${id}" } }) { nodes { value } }`;
  const { data } = await graph.ask(`{
    indicatorValue(id: "indicator-value_${id}") { label value valuePrecision period periodKind }
    indicator(key: "ew") { values${only} }
    spatialUnit(key: "gera") { indicatorValues${only} }
    source(key: "melderegister") { indicatorValues${only} }
  }`);
  const nodes = [{ value: "-93.50" }];
  expect(data).toEqual({
    indicatorValue: {
      label: "Bevölkerung, Gera, 2022",
      value: "-93.50",
      valuePrecision: "EXACT",
      period: "2022",
      periodKind: "YEAR",
    },
    indicator: { values: { nodes } },
    spatialUnit: { indicatorValues: { nodes } },
    source: { indicatorValues: { nodes } },
  });
});

describe("is given once per indicator, space, period and source", () => {
  const twice = { constraint: "indicator_value_once_per_source" };

  test("with a period", async () => {
    await make({ period: "2019/2020", period_kind: "KINDERGARTEN_YEAR" });
    await expect(make({ period: "2019/2020", value: "2" })).rejects.toMatchObject(twice);
  });

  test("without any period", async () => {
    await make({ period: null, period_kind: "UNDATED" });
    await expect(make({ period: null, period_kind: "UNDATED", value: "2" })).rejects.toMatchObject(twice);
  });

  test("but two sources may disagree, and both stay", async () => {
    await make({ period: "2021", value: "93125" });
    await make({ period: "2021", value: "91368", source_id: state });
    const { data } =
      await graph.ask(`{ indicatorValues(where: { period: { eq: "2021" } }, orderBy: [{ field: VALUE }]) {
      nodes { value source { title } } } }`);
    expect(data.indicatorValues.nodes).toEqual([
      { value: "91368", source: { title: "Landesamt" } },
      { value: "93125", source: { title: "Melderegister" } },
    ]);
  });
});

test.each(["indicator_id", "spatial_unit_id", "source_id"])("is nothing without its %s", async (column) => {
  await expect(make({ period: "1999", [column]: null })).rejects.toMatchObject({ code: "23502", column });
});
