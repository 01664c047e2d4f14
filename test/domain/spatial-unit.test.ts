import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

const make = (...rows: Record<string, string | number | null>[]) =>
  insert(
    graph.database,
    "spatial_unit",
    rows.map((row) => ({ name: `Raum ${row.key}`, kind: "QUARTER", ...row })),
  );

test("stands in a tree, seen from both ends, and in no circle", async () => {
  const [lusan] = await make({ key: "lusan", name: "Lusan", kind: "STATISTICAL_DISTRICT" });
  await make({ key: "brueckenkopf", name: "Lusan-Brückenkopf", parent_id: lusan! });
  const { data } = await graph.ask(`{
    spatialUnit(key: "brueckenkopf") { label parent { name } }
    district: spatialUnit(key: "lusan") { children { nodes { name } } }
  }`);
  expect(data).toEqual({
    spatialUnit: { label: "Lusan-Brückenkopf", parent: { name: "Lusan" } },
    district: { children: { nodes: [{ name: "Lusan-Brückenkopf" }] } },
  });
  const text = "UPDATE spatial_unit SET parent_id = id WHERE key = 'lusan'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "no_circle_parent_id" });
});

test("says how many live there, as of when, and how large it is", async () => {
  await make({ key: "zahlen", population: 18_423, population_as_of: "2022-12-31", area_ha: "284.50" });
  const { data } = await graph.ask(`{ spatialUnit(key: "zahlen") { population populationAsOf areaHa } }`);
  expect(data.spatialUnit).toEqual({ population: 18_423, populationAsOf: "2022-12-31", areaHa: "284.50" });
});

test.each<Record<string, string | number>>([{ population: -1 }, { area_ha: "-0.1" }])(
  "refuses a space of %j",
  async (values) => {
    await expect(make({ key: "bad", ...values })).rejects.toMatchObject({ constraint: "spatial_unit_sizes" });
  },
);

test("sorts numbered districts as people count", async () => {
  await make({ key: "b-10", code: "10", kind: "LOCALITY" }, { key: "b-9", code: "9", kind: "LOCALITY" });
  const { data } = await graph.ask(`{ spatialUnits(where: { kind: { eq: LOCALITY } }, orderBy: [{ field: CODE }]) {
    nodes { code } } }`);
  expect(data.spatialUnits.nodes).toEqual([{ code: "9" }, { code: "10" }]);
});
