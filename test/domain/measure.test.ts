import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

const make = (...rows: Record<string, string | null>[]) =>
  insert(
    graph.database,
    "measure",
    rows.map((row) => ({ title: `Maßnahme ${row.key}`, ...row })),
  );

test("belongs to a plan and a larger measure, seen from both ends, and to no circle", async () => {
  const plan = { key: "plan", title: "Sozialplan", kind: "SOCIAL_PLAN" };
  const [process] = await insert(graph.database, "planning_process", [plan]);
  const [whole] = await make({ key: "whole", process_id: process! });
  await make({ key: "part", parent_id: whole! });
  const { data } = await graph.ask(`{
    measure(key: "whole") { process { key } children { nodes { key parent { key } } } }
    planningProcess(key: "plan") { measures { nodes { key } } }
  }`);
  expect(data).toEqual({
    measure: { process: { key: "plan" }, children: { nodes: [{ key: "part", parent: { key: "whole" } }] } },
    planningProcess: { measures: { nodes: [{ key: "whole" }] } },
  });
  const text = "UPDATE measure SET parent_id = (SELECT id FROM measure WHERE key = 'part') WHERE key = 'whole'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "no_circle_parent_id" });
});

test("acts in any number of spaces, seen from both ends, and is found by them", async () => {
  const [lusan, quarter] = await insert(graph.database, "spatial_unit", [
    { key: "lusan", name: "Lusan", kind: "STATISTICAL_DISTRICT" },
    { key: "stadtumbau", name: "Stadtumbau Lusan", kind: "FUNDING_AREA" },
  ]);
  const [here] = await make({ key: "hier" }, { key: "anderswo" });
  const text = "INSERT INTO measure_spatial_units (measure_id, spatial_units_id) VALUES ($1, $2), ($1, $3)";
  await graph.database.query({ text, values: [here, lusan, quarter] });
  const { data } = await graph.ask(`{
    measure(key: "hier") { spatialUnits(orderBy: [{ field: NAME }]) { nodes { name } } }
    spatialUnit(key: "lusan") { measures { totalCount nodes { key } } }
    measures(where: { spatialUnits: { some: { kind: { eq: FUNDING_AREA } } } }) { nodes { key } }
  }`);
  expect(data).toEqual({
    measure: { spatialUnits: { nodes: [{ name: "Lusan" }, { name: "Stadtumbau Lusan" }] } },
    spatialUnit: { measures: { totalCount: 1, nodes: [{ key: "hier" }] } },
    measures: { nodes: [{ key: "hier" }] },
  });
});

describe("costs", () => {
  test.each(["411751.92", "5200000", "0.10", "0", "123456789012.34"])("of %s euros stay exactly that", async (cost) => {
    const [id] = await make({ key: `kosten-${cost.replace(".", "-")}`, cost_eur: cost, cost_precision: "EXACT" });
    const { data } = await graph.ask(`{ measure(id: "measure_${id}") { costEur costPrecision } }`);
    expect(data.measure).toEqual({ costEur: cost, costPrecision: "EXACT" });
  });

  test.each(["-0.01", "1.005"])("of %s euros are refused", async (cost) => {
    const bad = make({ key: "bad", cost_eur: cost });
    await expect(bad).rejects.toMatchObject({ constraint: "measure_cost_eur_valid" });
  });

  test("are compared as numbers, not as texts", async () => {
    await make(
      { key: "teuer", code: "vergleich", cost_eur: "1000" },
      { key: "billig", code: "vergleich", cost_eur: "9" },
    );
    const { data } = await graph.ask(`{ measures(where: { code: { eq: "vergleich" }, costEur: { gt: "9.50" } }) {
      nodes { key } } }`);
    expect(data.measures.nodes).toEqual([{ key: "teuer" }]);
  });
});

test("keeps its dates as exact as their source gives them", async () => {
  await make({ key: "daten", starts_on: "2018", ends_on: "2018-09-27", status: "COMPLETED", status_as_of: "2022-05" });
  const { data } = await graph.ask(`{ measure(key: "daten") { startsOn endsOn statusAsOf status } }`);
  expect(data.measure).toEqual({ startsOn: "2018", endsOn: "2018-09-27", statusAsOf: "2022-05", status: "COMPLETED" });
});

test("may be completed without a known end, or of a state that no one names", async () => {
  await make({ key: "fertig", status: "COMPLETED" }, { key: "unklar", status: null });
  const { data } = await graph.ask(
    `{ done: measure(key: "fertig") { endsOn } open: measure(key: "unklar") { status } }`,
  );
  expect(data).toEqual({ done: { endsOn: null }, open: { status: null } });
});

test("ends no earlier than it begins, as far as its dates can tell", async () => {
  const made = await make({ key: "dasselbe-jahr", starts_on: "2018-11", ends_on: "2018" });
  expect(made).toHaveLength(1);
  const bad = make({ key: "bad", starts_on: "2019", ends_on: "2018-12-31" });
  await expect(bad).rejects.toMatchObject({ constraint: "measure_period" });
});
