import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const plan = { key: "plan", title: "Sozialplan", kind: "SOCIAL_PLAN" };
  const [process] = await insert(database, "planning_process", [plan]);
  const [theme] = await insert(database, "theme", [{ key: "wohnen", title: "Wohnen", kind: "FIELD_OF_ACTION" }]);
  await insert(database, "goal", [
    { key: "leitziel", title: "Alle wohnen gut.", kind: "GUIDING", process_id: process, theme_id: null, seq: 1 },
    {
      key: "ziel",
      title: "Es gibt genug kleine Wohnungen.",
      kind: "OPERATIONAL",
      process_id: process,
      theme_id: theme,
      seq: 2,
    },
  ]);
});
afterAll(() => graph.close());

test("belongs to a theme or to a plan as a whole, seen from both ends", async () => {
  const { data } = await graph.ask(`{
    goal(key: "ziel") { label theme { key } process { key } }
    theme(key: "wohnen") { goals { nodes { key } } }
    planningProcess(key: "plan") { goals(orderBy: [{ field: SEQ, direction: DESC }]) { nodes { key theme { key } } } }
  }`);
  expect(data).toEqual({
    goal: { label: "Es gibt genug kleine Wohnungen.", theme: { key: "wohnen" }, process: { key: "plan" } },
    theme: { goals: { nodes: [{ key: "ziel" }] } },
    planningProcess: {
      goals: {
        nodes: [
          { key: "ziel", theme: { key: "wohnen" } },
          { key: "leitziel", theme: null },
        ],
      },
    },
  });
});

test("is told apart by kind", async () => {
  const { data } = await graph.ask(`{ goals(where: { kind: { ne: OPERATIONAL } }) { nodes { key kind } } }`);
  expect(data.goals.nodes).toEqual([{ key: "leitziel", kind: "GUIDING" }]);
});

test("keeps its theme from being deleted under it", async () => {
  const text = "DELETE FROM theme WHERE key = 'wohnen'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "goal_theme_id_fkey" });
});
