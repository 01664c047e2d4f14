import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let housing: string, children: string, climate: string;
beforeAll(async () => {
  graph = await testGraph();
  const topic = (key: string, title: string) => ({ key, title, kind: "TOPIC" });
  const themes = [topic("wohnen", "Wohnen"), topic("kinder", "Kinder"), topic("klima", "Klima")];
  [housing, children, climate] = (await insert(graph.database, "theme", themes)) as [string, string, string];
  await make("wohnen-kinder", housing, children, "LINKED_BY_ISEK");
  await make("klima-wohnen", climate, housing, "COMMON_FOCUS");
});
afterAll(() => graph.close());

const make = (key: string, from: string, to: string, kind: string) =>
  insert(graph.database, "theme_link", [{ key, from_id: from, to_id: to, kind, basis: "EDITORIAL" }]);

test("shows the linked themes in both directions, and the links themselves in theirs", async () => {
  const { data } = await graph.ask(`{ theme(key: "wohnen") {
    linkedThemes(orderBy: [{ field: TITLE }]) { nodes { title } }
    linksTo { nodes { label to { key } } } linksFrom { nodes { from { key } basis } } } }`);
  expect(data.theme).toEqual({
    linkedThemes: { nodes: [{ title: "Kinder" }, { title: "Klima" }] },
    linksTo: { nodes: [{ label: "Wohnen, durch das ISEK verknüpft, Kinder", to: { key: "kinder" } }] },
    linksFrom: { nodes: [{ from: { key: "klima" }, basis: "EDITORIAL" }] },
  });
});

test("shows a theme once that is linked in both directions and in several ways", async () => {
  const topic = (key: string) => ({ key, title: key, kind: "TOPIC" });
  const [sport, school] = (await insert(graph.database, "theme", [topic("sport"), topic("schule")])) as [
    string,
    string,
  ];
  await make("sport-schule", sport, school, "COMMON_FOCUS");
  await make("schule-sport", school, sport, "SAME_TITLE");
  const { data } = await graph.ask(`{ theme(key: "schule") { linkedThemes { totalCount nodes { key } } } }`);
  expect(data.theme.linkedThemes).toEqual({ totalCount: 1, nodes: [{ key: "sport" }] });
});

test("finds themes by what they are linked with, from either side", async () => {
  const { data } = await graph.ask(`{ themes(where: { linkedThemes: { some: { key: { eq: "wohnen" } } } },
    orderBy: [{ field: KEY }]) { nodes { key } } }`);
  expect(data.themes.nodes).toEqual([{ key: "kinder" }, { key: "klima" }]);
});

test("links two themes, not one with itself", async () => {
  await expect(make("bad", climate, climate, "SAME_TITLE")).rejects.toMatchObject({ constraint: "theme_link_ends" });
});
