import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const plan = { key: "iksp", title: "IKSP", kind: "INTEGRATED_SOCIAL_PLANNING" };
  const [process] = await insert(database, "planning_process", [plan]);
  const [council] = await insert(database, "body", [
    { key: "stadtrat", name: "Stadtrat", kind: "COUNCIL", process_id: null },
    { key: "pg", name: "Projektgruppe", kind: "PROJECT_GROUP", process_id: process },
  ]);
  await insert(database, "council_decision", [{ key: "b", process_id: process, body_id: council }]);
});
afterAll(() => graph.close());

test("accompanies a process or none, seen from both ends", async () => {
  const { data } = await graph.ask(`{
    body(key: "pg") { label process { key } }
    council: body(key: "stadtrat") { process { key } decisions { nodes { key } } }
    planningProcess(key: "iksp") { bodies { nodes { key } } }
  }`);
  expect(data).toEqual({
    body: { label: "Projektgruppe", process: { key: "iksp" } },
    council: { process: null, decisions: { nodes: [{ key: "b" }] } },
    planningProcess: { bodies: { nodes: [{ key: "pg" }] } },
  });
});

test("is listed under its own plural, sorted by the order of its kinds", async () => {
  const { data } = await graph.ask(`{ bodies(orderBy: [{ field: KIND }]) { nodes { kind } } }`);
  expect(data.bodies.nodes).toEqual([{ kind: "COUNCIL" }, { kind: "PROJECT_GROUP" }]);
});
