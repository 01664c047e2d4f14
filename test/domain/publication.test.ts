import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

test("comes from a process, seen from both ends", async () => {
  const plan = { key: "plan", title: "Sozialplan", kind: "SOCIAL_PLAN" };
  const [process] = await insert(graph.database, "planning_process", [plan]);
  const url = "https://www.gera.de/Sozialplan%202024.pdf?v=1&x=ü";
  const report = { key: "bericht", title: "Sozialplan 2024–2028", kind: "PLAN", process_id: process, url };
  await insert(graph.database, "publication", [{ ...report, published_on: "2024-03" }]);
  const { data } = await graph.ask(`{
    publication(key: "bericht") { label publishedOn url publisher process { key } }
    planningProcess(key: "plan") { publications(where: { kind: { in: [PLAN, DRAFT] } }) { nodes { key } } }
  }`);
  expect(data).toEqual({
    publication: {
      label: "Sozialplan 2024–2028",
      publishedOn: "2024-03",
      url,
      publisher: null,
      process: { key: "plan" },
    },
    planningProcess: { publications: { nodes: [{ key: "bericht" }] } },
  });
});

test.each([
  ["at an address that no browser opens", "publication_url_valid", { url: "javascript:alert(1)" }],
  ["on a day that no calendar has", "publication_published_on_valid", { published_on: "2023-02-29" }],
])("refuses a publication %s", async (_, constraint, values) => {
  const bad = insert(graph.database, "publication", [{ key: "bad", title: "x", kind: "PLAN", ...values }]);
  await expect(bad).rejects.toMatchObject({ constraint });
});
