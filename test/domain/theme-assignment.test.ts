import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let playground: string, housing: string, goal: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  [playground] = (await insert(database, "measure", [{ key: "spielplatz", title: "Spielplatz" }])) as [string];
  [housing] = (await insert(database, "theme", [{ key: "wohnen", title: "Wohnen", kind: "TOPIC" }])) as [string];
  [goal] = (await insert(database, "goal", [{ key: "ziel", title: "Spielen", kind: "OPERATIONAL" }])) as [string];
  await make({ key: "thema", theme_id: housing, basis: "SOURCE" });
  await make({ key: "ziel", goal_id: goal, basis: "EDITORIAL", reason: "Wortlaut" });
});
afterAll(() => graph.close());

const make = (row: Record<string, string | null>) =>
  insert(graph.database, "theme_assignment", [{ measure_id: playground, basis: "SOURCE", ...row }]);

test("shows a measure's themes and goals, and their measures, as if they were linked directly", async () => {
  const { data } = await graph.ask(`{
    measure(key: "spielplatz") { themes { nodes { title } } goals { nodes { title } } }
    theme(key: "wohnen") { measures { nodes { key } } }
    goal(key: "ziel") { measures { nodes { key } } }
  }`);
  expect(data).toEqual({
    measure: { themes: { nodes: [{ title: "Wohnen" }] }, goals: { nodes: [{ title: "Spielen" }] } },
    theme: { measures: { nodes: [{ key: "spielplatz" }] } },
    goal: { measures: { nodes: [{ key: "spielplatz" }] } },
  });
});

test("says on what basis, and why, when the assignments themselves are asked for", async () => {
  const { data } = await graph.ask(`{
    measure(key: "spielplatz") { themeAssignments(orderBy: [{ field: KEY }]) { nodes { label basis reason theme { key } } } }
    theme(key: "wohnen") { assignments { nodes { key } } }
    goal(key: "ziel") { assignments { nodes { measure { key } } } }
  }`);
  expect(data).toEqual({
    measure: {
      themeAssignments: {
        nodes: [
          { label: "Spielplatz, Wohnen", basis: "SOURCE", reason: null, theme: { key: "wohnen" } },
          { label: "Spielplatz, Spielen", basis: "EDITORIAL", reason: "Wortlaut", theme: null },
        ],
      },
    },
    theme: { assignments: { nodes: [{ key: "thema" }] } },
    goal: { assignments: { nodes: [{ measure: { key: "spielplatz" } }] } },
  });
});

test("lets measures be found by theme, and assigns them to a theme or goal once", async () => {
  const { data } = await graph.ask(`{
    measures(where: { themes: { some: { key: { eq: "wohnen" } } } }) { totalCount nodes { key } }
    measure(key: "spielplatz") { themes { totalCount } }
  }`);
  expect(data).toEqual({
    measures: { totalCount: 1, nodes: [{ key: "spielplatz" }] },
    measure: { themes: { totalCount: 1 } },
  });
  await expect(make({ key: "doppelt-1", theme_id: housing, basis: "EDITORIAL" })).rejects.toMatchObject({
    constraint: "theme_assignment_measure_theme_once",
  });
  await expect(make({ key: "doppelt-2", goal_id: goal })).rejects.toMatchObject({
    constraint: "theme_assignment_measure_goal_once",
  });
});

test("assigns to a theme or to a goal, and not to both or neither", async () => {
  const refusal = { constraint: "theme_assignment_end" };
  await expect(make({ key: "bad", theme_id: housing, goal_id: goal })).rejects.toMatchObject(refusal);
  await expect(make({ key: "bad" })).rejects.toMatchObject(refusal);
});
