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
  const field = { key: "hf-5", title: "Wohnen", code: "5", kind: "FIELD_OF_ACTION", process_id: process };
  const [parent] = await insert(database, "theme", [field]);
  const topic = (code: string) => ({
    key: `t-${code.replace(".", "-")}`,
    title: `Thema ${code}`,
    code,
    kind: "TOPIC",
    process_id: process,
    parent_id: parent,
  });
  await insert(database, "theme", [topic("5.10"), topic("5.9"), topic("5.1")]);
});
afterAll(() => graph.close());

test("stands in a plan's tree, whose numbers sort as people count", async () => {
  const { data } = await graph.ask(`{
    theme(key: "hf-5") { parent { key } children(orderBy: [{ field: CODE }]) { nodes { code } } }
    leaf: theme(key: "t-5-9") { parent { title } process { key } children { totalCount } }
  }`);
  expect(data).toEqual({
    theme: { parent: null, children: { nodes: [{ code: "5.1" }, { code: "5.9" }, { code: "5.10" }] } },
    leaf: { parent: { title: "Wohnen" }, process: { key: "plan" }, children: { totalCount: 0 } },
  });
});

test("is listed with its plan, and by kind", async () => {
  const { data } = await graph.ask(`{ planningProcess(key: "plan") {
    themes { totalCount } fields: themes(where: { kind: { eq: FIELD_OF_ACTION } }) { nodes { label } } } }`);
  expect(data.planningProcess).toEqual({ themes: { totalCount: 4 }, fields: { nodes: [{ label: "Wohnen" }] } });
});

test("is never above itself", async () => {
  const text = "UPDATE theme SET parent_id = (SELECT id FROM theme WHERE key = 't-5-9') WHERE key = 'hf-5'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "no_circle_parent_id" });
});

const changing = (key: string, change: string) => ({
  text: `UPDATE theme SET ${change} WHERE key = $1`,
  values: [key],
});

/** What somebody else meets who makes a change while another one is not committed yet. */
const meanwhile = (first: string, second: string): Promise<unknown> =>
  graph.database.transaction(async (one) => {
    await one.query(changing("t-5-1", first));
    return graph.database.transaction(async (other) => {
      await other.query({ text: "SET LOCAL lock_timeout = '500ms'", values: [] });
      await other.query(changing("t-5-9", second));
      return "made";
    });
  });

test("is changed beside its neighbours, but moved one after the other", async () => {
  const below = (key: string) => `parent_id = (SELECT id FROM theme WHERE key = '${key}')`;
  expect(await meanwhile("title = 'Wohnraum'", "title = 'Wohnumfeld'")).toBe("made");
  expect(await meanwhile(below("t-5-10"), "title = 'Wohnformen'")).toBe("made");
  await expect(meanwhile(below("hf-5"), below("t-5-1"))).rejects.toMatchObject({ code: "55P03" });
});
