import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let process: string;
beforeAll(async () => {
  graph = await testGraph();
  const plan = { key: "plan", title: "Sozialplan", kind: "SOCIAL_PLAN" };
  [process] = (await insert(graph.database, "planning_process", [plan])) as [string];
});
afterAll(() => graph.close());

const make = (...rows: Record<string, string | number | null>[]) =>
  insert(
    graph.database,
    "process_phase",
    rows.map((row) => ({ process_id: process, seq: 1, title: `Phase ${row.key}`, ...row })),
  );

test("is a step of its process, in the process's order", async () => {
  await make(
    { key: "umfrage", seq: 10, participation_format: "Familienbefragung", participants: 2600 },
    { key: "auftakt", seq: 2, participation_format: null, participants: null },
  );
  const { data } = await graph.ask(`{
    planningProcess(key: "plan") { phases(orderBy: [{ field: SEQ }]) { nodes { key participationFormat participants } } }
    processPhase(key: "umfrage") { label process { key } }
  }`);
  expect(data.planningProcess.phases.nodes).toEqual([
    { key: "auftakt", participationFormat: null, participants: null },
    { key: "umfrage", participationFormat: "Familienbefragung", participants: 2600 },
  ]);
  expect(data.processPhase).toEqual({ label: "Phase umfrage", process: { key: "plan" } });
});

test.each([
  ["that ends before it begins", { constraint: "process_phase_period" }, { starts_on: "2023-05", ends_on: "2022" }],
  ["with fewer people than none", { constraint: "process_phase_participants" }, { participants: -1 }],
  ["of no process", { code: "23502", column: "process_id" }, { process_id: null }],
])("refuses a phase %s", async (_, refusal, values) => {
  await expect(make({ key: "bad", ...values })).rejects.toMatchObject(refusal);
});
