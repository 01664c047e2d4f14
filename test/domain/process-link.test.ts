import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let plan2014: string, plan2018: string, plan2024: string;
beforeAll(async () => {
  graph = await testGraph();
  const plan = (year: number) => ({ key: `plan-${year}`, title: `Sozialplan ${year}`, kind: "SOCIAL_PLAN" });
  const plans = await insert(graph.database, "planning_process", [plan(2014), plan(2018), plan(2024)]);
  [plan2014, plan2018, plan2024] = plans as [string, string, string];
  await make("24-18", plan2024, plan2018, "CONTINUES");
  await make("18-14", plan2018, plan2014, "CONTINUES");
});
afterAll(() => graph.close());

const make = (key: string, from: string, to: string, kind: string) =>
  insert(graph.database, "process_link", [{ key, from_id: from, to_id: to, kind, basis: "SOURCE" }]);

test("is seen from both processes, in its direction", async () => {
  const { data } = await graph.ask(`{ planningProcess(key: "plan-2018") {
    linksTo(where: { kind: { eq: CONTINUES } }) { nodes { to { key } } }
    linksFrom(where: { kind: { eq: CONTINUES } }) { nodes { label from { key } basis } } } }`);
  expect(data.planningProcess).toEqual({
    linksTo: { nodes: [{ to: { key: "plan-2014" } }] },
    linksFrom: {
      nodes: [
        { label: "Sozialplan 2024, schreibt fort, Sozialplan 2018", from: { key: "plan-2024" }, basis: "SOURCE" },
      ],
    },
  });
});

test("finds the plans that continue a plan that continues a plan", async () => {
  const { data } = await graph.ask(`{ planningProcesses(where: { linksTo: { some: { kind: { eq: CONTINUES },
    to: { linksTo: { some: { kind: { eq: CONTINUES } } } } } } }) { nodes { key } } }`);
  expect(data.planningProcesses.nodes).toEqual([{ key: "plan-2024" }]);
});

test("never closes a circle of continuations, however long", async () => {
  const constraint = "no_circle_to_id";
  await expect(make("bad", plan2018, plan2024, "CONTINUES")).rejects.toMatchObject({ constraint });
  await expect(make("bad", plan2014, plan2024, "CONTINUES")).rejects.toMatchObject({ constraint });
});

test("may run in a circle where that is no contradiction, until it is called a continuation", async () => {
  await make("refers", plan2014, plan2024, "REFERS_TO");
  const text = "UPDATE process_link SET kind = 'CONTINUES' WHERE key = 'refers'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "no_circle_to_id" });
});

test("leads from one process to another", async () => {
  await expect(make("bad", plan2018, plan2018, "PART_OF")).rejects.toMatchObject({ constraint: "process_link_ends" });
});
