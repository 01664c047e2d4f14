import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let office: string, person: string, body: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  [office] = (await insert(database, "department", [{ key: "amt", name: "Jugendamt", kind: "OFFICE" }])) as [string];
  [body] = (await insert(database, "body", [{ key: "beirat", name: "Beirat", kind: "ADVISORY_BOARD" }])) as [string];
  const [erika, max] = await insert(database, "person", [
    { key: "erika", name: "Erika Mustermann" },
    { key: "max", name: "Max Ölschläger" },
  ]);
  person = erika!;
  const none = { department_id: null, body_id: null, valid_to: null };
  await insert(database, "role_holding", [
    { ...none, key: "once", person_id: max!, department_id: office, role: "HEAD", valid_to: "2024-06" },
    { ...none, key: "head", person_id: erika!, department_id: office, role: "HEAD" },
    { ...none, key: "contact", person_id: max!, department_id: office, role: "CONTACT_PERSON" },
    { ...none, key: "planner", person_id: erika!, department_id: office, role: "PLANNING_COORDINATOR" },
    { ...none, key: "gone", person_id: erika!, department_id: office, role: "CONTACT_PERSON", valid_to: "2019" },
    { ...none, key: "chair", person_id: max!, body_id: body, role: "CHAIR" },
  ]);
});
afterAll(() => graph.close());

test("gives a department its present head and contact persons, and keeps all who ever were", async () => {
  const { data } = await graph.ask(`{ department(key: "amt") {
    head { name role } contactPersons { key name function } roleHoldings { totalCount } } }`);
  expect(data.department.head).toEqual({ name: "Erika Mustermann", role: "HEAD" });
  expect(data.department.contactPersons).toHaveLength(2);
  expect(data.department.contactPersons).toEqual(
    expect.arrayContaining([
      { key: "contact", name: "Max Ölschläger", function: null },
      { key: "planner", name: "Erika Mustermann", function: null },
    ]),
  );
  expect(data.department.roleHoldings.totalCount).toBe(5);
});

test("gives no head to a department that has none", async () => {
  await insert(graph.database, "department", [{ key: "leer", name: "Leer", kind: "OFFICE" }]);
  const { data } = await graph.ask(`{ department(key: "leer") { head { name } contactPersons { name } } }`);
  expect(data.department).toEqual({ head: null, contactPersons: [] });
});

test("joins a person and a body, seen from both", async () => {
  const { data } = await graph.ask(`{
    roleHolding(key: "chair") { label person { name } body { name } department { key } }
    body(key: "beirat") { roleHoldings { nodes { key } } }
    person(key: "max") { roleHoldings(where: { body: { key: { eq: "beirat" } } }) { nodes { key } } }
  }`);
  expect(data).toEqual({
    roleHolding: {
      label: "Max Ölschläger, Vorsitz",
      person: { name: "Max Ölschläger" },
      body: { name: "Beirat" },
      department: null,
    },
    body: { roleHoldings: { nodes: [{ key: "chair" }] } },
    person: { roleHoldings: { nodes: [{ key: "chair" }] } },
  });
});

test("shows, finds and sorts by the person's name as its own", async () => {
  const { data } = await graph.ask(`{ roleHoldings(where: { name: { contains: "olschlager" } },
    orderBy: [{ field: NAME }, { field: KEY }]) { nodes { key name } } }`);
  const name = "Max Ölschläger";
  expect(data.roleHoldings.nodes).toEqual([
    { key: "chair", name },
    { key: "contact", name },
    { key: "once", name },
  ]);
});

test.each([
  ["in a department and a body at once", "role_holding_place", () => ({ department_id: office, body_id: body })],
  ["nowhere", "role_holding_place", () => ({})],
  [
    "that ends before it begins",
    "role_holding_validity",
    () => ({ department_id: office, valid_from: "2020-02", valid_to: "2020-01" }),
  ],
])("refuses a function %s", async (_, constraint, values) => {
  const bad = insert(graph.database, "role_holding", [{ key: "bad", person_id: person, role: "MEMBER", ...values() }]);
  await expect(bad).rejects.toMatchObject({ constraint });
});
