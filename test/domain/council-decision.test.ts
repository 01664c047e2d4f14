import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const plan = { key: "isek", title: "ISEK", kind: "URBAN_DEVELOPMENT_CONCEPT" };
  const [process] = await insert(database, "planning_process", [plan]);
  const [council] = await insert(database, "body", [{ key: "stadtrat", name: "Stadtrat", kind: "COUNCIL" }]);
  const decision = { process_id: process, body_id: null, number: null, result: null, majority: null, decided_on: null };
  await insert(database, "council_decision", [
    { ...decision, key: "monat", decided_on: "2018-09", body_id: council, number: "87/2018", result: "ADOPTED" },
    { ...decision, key: "tag", decided_on: "2018-09-27", majority: "einstimmig" },
    { ...decision, key: "jahr", decided_on: "2018" },
    { ...decision, key: "unbekannt" },
  ]);
});
afterAll(() => graph.close());

test("is about a process and by a body, seen from all ends", async () => {
  const { data } = await graph.ask(`{
    councilDecision(key: "monat") { label decidedOn number result process { key } body { key } }
    planningProcess(key: "isek") { decisions { totalCount } }
    body(key: "stadtrat") { decisions { nodes { key } } }
  }`);
  expect(data).toEqual({
    councilDecision: {
      label: "ISEK, 2018-09",
      decidedOn: "2018-09",
      number: "87/2018",
      result: "ADOPTED",
      process: { key: "isek" },
      body: { key: "stadtrat" },
    },
    planningProcess: { decisions: { totalCount: 4 } },
    body: { decisions: { nodes: [{ key: "monat" }] } },
  });
});

test("sorts by date, the vaguer one first, the unknown one last", async () => {
  const { data } = await graph.ask(
    `{ councilDecisions(orderBy: [{ field: DECIDED_ON }]) { nodes { decidedOn label } } }`,
  );
  expect(data.councilDecisions.nodes).toEqual([
    { decidedOn: "2018", label: "ISEK, 2018" },
    { decidedOn: "2018-09", label: "ISEK, 2018-09" },
    { decidedOn: "2018-09-27", label: "ISEK, 2018-09-27" },
    { decidedOn: null, label: "ISEK" },
  ]);
});

test("was before a day only when it certainly was", async () => {
  const before = (day: string) =>
    graph.ask(`query ($day: PartialDate) { councilDecisions(where: { decidedOn: { lt: $day } }) { nodes { key } } }`, {
      day,
    });
  expect((await before("2018-09-28")).data.councilDecisions.nodes).toEqual([{ key: "tag" }]);
  expect((await before("2018-10")).data.councilDecisions.nodes).toEqual([{ key: "monat" }, { key: "tag" }]);
});

test("is about some process", async () => {
  const bad = insert(graph.database, "council_decision", [{ key: "bad", decided_on: "2018" }]);
  await expect(bad).rejects.toMatchObject({ code: "23502", column: "process_id" });
});
