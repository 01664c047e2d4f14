import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let plan: string, city: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const row = { key: "plan", title: "Sozialplan", kind: "SOCIAL_PLAN", period_end: "2023" };
  [plan] = (await insert(database, "planning_process", [row])) as [string];
  [city] = (await insert(database, "source", [{ key: "stadt", title: "Stadt Gera" }])) as [string];
  const none = {
    subject_id: plan,
    source_id: null,
    locator: null,
    reason: null,
    basis: "SOURCE",
    rank: "NORMAL",
    position: 0,
  };
  await insert(database, "statement", [
    {
      ...none,
      key: "a",
      attribute: "periodEnd",
      value: "2024",
      rank: "DEPRECATED",
      source_id: city,
      reason: "Druckfehler",
    },
    { ...none, key: "b", attribute: "periodEnd", value: "2023", rank: "PREFERRED", source_id: city, locator: "S. 1" },
    { ...none, key: "c", attribute: "title", value: "Sozialplan", source_id: city },
    { ...none, key: "d", attribute: "title", value: "Sozialplan", basis: "EDITORIAL" },
    { ...none, key: "e", attribute: null, value: null, source_id: city },
  ]);
});
afterAll(() => graph.close());

const said = (attribute: string, value: string, rank: string, source: object | null) => ({
  attribute,
  value,
  rank,
  source,
});
const stadt = { key: "stadt" };

test("says where each value of a node comes from, ordered by attribute and rank", async () => {
  const { data } = await graph.ask(`{ planningProcess(key: "plan") {
    statements { attribute value rank source { key } } sources { key } } }`);
  expect(data.planningProcess).toEqual({
    statements: [
      said("periodEnd", "2023", "PREFERRED", stadt),
      said("periodEnd", "2024", "DEPRECATED", stadt),
      said("title", "Sozialplan", "NORMAL", stadt),
      said("title", "Sozialplan", "NORMAL", null),
    ],
    sources: [{ key: "stadt" }],
  });
});

test("makes a conflict where sources disagree, and none where they agree", async () => {
  const { data } = await graph.ask(`{ planningProcess(key: "plan") { periodEnd
    conflicts { attribute statements { value rank reason locator basis } } } }`);
  expect(data.planningProcess).toEqual({
    periodEnd: "2023",
    conflicts: [
      {
        attribute: "periodEnd",
        statements: [
          { value: "2023", rank: "PREFERRED", reason: null, locator: "S. 1", basis: "SOURCE" },
          { value: "2024", rank: "DEPRECATED", reason: "Druckfehler", locator: null, basis: "SOURCE" },
        ],
      },
    ],
  });
});

test("is a node of its own, about a node of any kind", async () => {
  await insert(graph.database, "statement", [
    {
      key: "quelle",
      subject_id: city,
      attribute: "publisher",
      value: "Stadt",
      rank: "NORMAL",
      basis: "SOURCE",
      position: 0,
    },
  ]);
  const { data } = await graph.ask(`{
    statement(key: "quelle") { label subjectKind subject { __typename ... on Source { title } } source { key } }
    statements(where: { subjectKind: { eq: "PlanningProcess" }, rank: { eq: DEPRECATED } }) { nodes { label } }
  }`);
  expect(data).toEqual({
    statement: {
      label: "publisher, Stadt",
      subjectKind: "Source",
      subject: { __typename: "Source", title: "Stadt Gera" },
      source: null,
    },
    statements: { nodes: [{ label: "periodEnd, 2024, Stadt Gera" }] },
  });
});

test("is about something that exists, and keeps it from being deleted", async () => {
  const nobody = "00000000-0000-7000-8000-000000000000";
  const about = { key: "bad", subject_id: nobody, rank: "NORMAL", basis: "SOURCE", position: 0 };
  const refusal = { constraint: "statement_subject_id_fkey" };
  await expect(insert(graph.database, "statement", [about])).rejects.toMatchObject(refusal);
  const deletion = graph.database.query({ text: "DELETE FROM planning_process WHERE id = $1", values: [plan] });
  await expect(deletion).rejects.toMatchObject(refusal);
});

test("stands beside the node's identifiers in other systems, which are unique per system and go with it", async () => {
  const [one, other] = await insert(graph.database, "measure", [
    { key: "eins", title: "Eins" },
    { key: "zwei", title: "Zwei" },
  ]);
  await insert(graph.database, "external_id", [
    { node_id: one, scheme: "oparl", value: "17" },
    { node_id: one, scheme: "haushalt", value: "5.5" },
    { node_id: other, scheme: "haushalt", value: "17" },
  ]);
  const { data } = await graph.ask(`{ measure(key: "eins") { externalIds { scheme value } } }`);
  expect(data.measure.externalIds).toEqual([
    { scheme: "haushalt", value: "5.5" },
    { scheme: "oparl", value: "17" },
  ]);
  const taken = insert(graph.database, "external_id", [{ node_id: other, scheme: "oparl", value: "17" }]);
  await expect(taken).rejects.toMatchObject({ constraint: "external_id_scheme_value" });
  await graph.database.query({ text: "DELETE FROM measure WHERE id = $1", values: [one] });
  expect(await insert(graph.database, "external_id", [{ node_id: other, scheme: "oparl", value: "17" }])).toHaveLength(
    1,
  );
});
