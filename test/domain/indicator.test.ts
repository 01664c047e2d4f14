import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const [poverty] = await insert(database, "indicator", [
    { key: "armut", title: "Kinderarmut", unit: "%", source_body: "Bundesagentur für Arbeit" },
    { key: "leer", title: "Leerstand", unit: "%", source_body: null },
  ]);
  const themes = await insert(database, "theme", [
    { key: "familie", title: "Familie", kind: "TOPIC" },
    { key: "armut", title: "Armut", kind: "TOPIC" },
  ]);
  const text = "INSERT INTO indicator_themes (indicator_id, themes_id) SELECT $1, unnest($2::uuid[])";
  await database.query({ text, values: [poverty, themes] });
});
afterAll(() => graph.close());

test("measures something about themes, seen from both ends", async () => {
  const { data } = await graph.ask(`{
    indicator(key: "armut") { label unit sourceBody themes(orderBy: [{ field: TITLE }]) { totalCount nodes { title } } }
    theme(key: "familie") { indicators { nodes { title } } }
  }`);
  expect(data).toEqual({
    indicator: {
      label: "Kinderarmut",
      unit: "%",
      sourceBody: "Bundesagentur für Arbeit",
      themes: { totalCount: 2, nodes: [{ title: "Armut" }, { title: "Familie" }] },
    },
    theme: { indicators: { nodes: [{ title: "Kinderarmut" }] } },
  });
});

test("shows which indicators support no theme, and which themes no number", async () => {
  const { data } = await graph.ask(`{
    indicators(where: { themes: { none: {} } }) { nodes { key } }
    themes(where: { indicators: { count: { eq: 0 } } }) { totalCount }
  }`);
  expect(data).toEqual({ indicators: { nodes: [{ key: "leer" }] }, themes: { totalCount: 0 } });
});

test("is linked with a theme at most once", async () => {
  const text = "INSERT INTO indicator_themes SELECT * FROM indicator_themes";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ code: "23505" });
});
