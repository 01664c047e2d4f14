import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

test("is known by name and by all functions, past ones too", async () => {
  const [office] = await insert(graph.database, "department", [{ key: "amt", name: "Amt", kind: "OFFICE" }]);
  const [person] = await insert(graph.database, "person", [{ key: "erika", name: "Erika Mustermann" }]);
  const function_ = { person_id: person, department_id: office };
  await insert(graph.database, "role_holding", [
    { ...function_, key: "a", role: "CONTACT_PERSON", valid_to: "2019" },
    { ...function_, key: "b", role: "HEAD", valid_to: null },
  ]);
  const { data } = await graph.ask(`{ person(key: "erika") { label name
    roleHoldings(orderBy: [{ field: KEY }]) { nodes { role validTo department { key } } } } }`);
  expect(data.person).toEqual({
    label: "Erika Mustermann",
    name: "Erika Mustermann",
    roleHoldings: {
      nodes: [
        { role: "CONTACT_PERSON", validTo: "2019", department: { key: "amt" } },
        { role: "HEAD", validTo: null, department: { key: "amt" } },
      ],
    },
  });
});

test("has a name", async () => {
  const bad = insert(graph.database, "person", [{ key: "niemand" }]);
  await expect(bad).rejects.toMatchObject({ code: "23502", column: "name" });
});

test("is found by a part of the name, whatever becomes of its umlauts", async () => {
  await insert(graph.database, "person", [{ key: "goessner", name: "Jörg Gößner" }]);
  for (const part of ["gößner", "goessner", "GOSSNER"]) {
    const { data } = await graph.ask(
      `query ($part: String!) { persons(where: { name: { contains: $part } }) { nodes { key } } }`,
      { part },
    );
    expect(data.persons.nodes).toEqual([{ key: "goessner" }]);
  }
});
