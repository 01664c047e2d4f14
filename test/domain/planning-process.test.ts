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
    "planning_process",
    rows.map((row) => ({ title: `Plan ${row.key}`, kind: "SOCIAL_PLAN", ...row })),
  );

test("is led by a department, seen from both ends", async () => {
  const [lead] = await insert(graph.database, "department", [
    { key: "soziales", name: "Soziales", kind: "DEPARTMENT" },
  ]);
  await make({ key: "iksp", lead_department_id: lead! });
  const { data } = await graph.ask(`{
    planningProcess(key: "iksp") { leadDepartment { name } }
    department(key: "soziales") { ledProcesses { nodes { key } } }
    planningProcesses(where: { leadDepartment: { key: { eq: "soziales" } } }) { totalCount }
  }`);
  expect(data).toEqual({
    planningProcess: { leadDepartment: { name: "Soziales" } },
    department: { ledProcesses: { nodes: [{ key: "iksp" }] } },
    planningProcesses: { totalCount: 1 },
  });
});

test("may run on without an end, or have been given no state by anyone", async () => {
  await make({ key: "dauernd", period_start: "2016-04" });
  const { data } = await graph.ask(`{ planningProcess(key: "dauernd") { periodStart periodEnd status startedOn } }`);
  expect(data.planningProcess).toEqual({ periodStart: "2016-04", periodEnd: null, status: null, startedOn: null });
});

test("keeps the counts of its source apart from what is recorded here", async () => {
  await make({ key: "sozialplan", goals_count: 46, measures_count: 118 });
  const { data } = await graph.ask(`{ planningProcess(key: "sozialplan") { measuresCount measures { totalCount } } }`);
  expect(data.planningProcess).toEqual({ measuresCount: 118, measures: { totalCount: 0 } });
});

test.each([
  ["that ends before it begins", "planning_process_period", { period_start: "2024", period_end: "2023-12" }],
  ["begun on a day that no calendar has", "planning_process_started_on_valid", { started_on: "2023-02-29" }],
  ["with fewer goals than none", "planning_process_counts", { goals_count: -1 }],
  ["whose page is no page", "planning_process_document_url_valid", { document_url: "gera.de/isek" }],
])("refuses a process %s", async (_, constraint, values) => {
  await expect(make({ key: "bad", ...values })).rejects.toMatchObject({ constraint });
});

test("accepts an end that may lie after its beginning", async () => {
  const made = await make({ key: "halb", period_start: "2018-09", period_end: "2018" });
  expect(made).toHaveLength(1);
});

test("is found by the years that it certainly spans", async () => {
  await make(
    { key: "span-18", period_start: "2018", period_end: "2023", short_title: "span" },
    { key: "span-24", period_start: "2024-01", period_end: "2028", short_title: "span" },
  );
  const { data } = await graph.ask(`{ planningProcesses(where: { shortTitle: { eq: "span" },
    periodStart: { lte: "2020" }, periodEnd: { gte: "2020" } }) { nodes { key } } }`);
  expect(data.planningProcesses.nodes).toEqual([{ key: "span-18" }]);
});
