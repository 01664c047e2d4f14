import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

const make = (...rows: Record<string, string | null>[]) =>
  insert(
    graph.database,
    "department",
    rows.map((row) => ({ kind: "OFFICE", name: `Amt ${row.key}`, ...row })),
  );

test("stands in a tree, seen from both ends, and in no circle", async () => {
  const [city] = await make({ key: "stadt" });
  await make({ key: "dezernat", parent_id: city! });
  const { data } = await graph.ask(
    `{ department(key: "dezernat") { parent { key } } city: department(key: "stadt") { children { nodes { key } } } }`,
  );
  expect(data).toEqual({
    department: { parent: { key: "stadt" } },
    city: { children: { nodes: [{ key: "dezernat" }] } },
  });
  const text =
    "UPDATE department SET parent_id = (SELECT id FROM department WHERE key = 'dezernat') WHERE key = 'stadt'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({ constraint: "no_circle_parent_id" });
});

test("is succeeded, by whom and on what basis, and never by itself", async () => {
  const [heir] = await make({ key: "jugendamt" });
  await make({ key: "fachdienst", successor_id: heir!, successor_basis: "EDITORIAL", valid_to: "2019-12-31" });
  const { data } = await graph.ask(`{
    department(key: "fachdienst") { successor { key } successorBasis validTo }
    heir: department(key: "jugendamt") { predecessors { nodes { key } } }
  }`);
  expect(data).toEqual({
    department: { successor: { key: "jugendamt" }, successorBasis: "EDITORIAL", validTo: "2019-12-31" },
    heir: { predecessors: { nodes: [{ key: "fachdienst" }] } },
  });
  const text = "UPDATE department SET successor_id = id WHERE key = 'jugendamt'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({
    constraint: "no_circle_successor_id",
  });
});

test("has addresses whose postal code keeps its zero and can be asked for", async () => {
  await make({
    key: "rathaus",
    visiting_address_street: "Gagarinstraße",
    visiting_address_house_number: "99/101",
    visiting_address_postal_code: "07545",
    visiting_address_locality: "Gera",
  });
  const { data } = await graph.ask(`{ departments(where: { visitingAddress: { postalCode: { eq: "07545" } } }) {
    nodes { visitingAddress { street houseNumber postalCode locality } postalAddress { street } } } }`);
  const visitingAddress = { street: "Gagarinstraße", houseNumber: "99/101", postalCode: "07545", locality: "Gera" };
  expect(data.departments.nodes).toEqual([{ visitingAddress, postalAddress: null }]);
});

test.each(["7545", "075451", "0754a", ""])("refuses %j as a postal code", async (code) => {
  const bad = make({ key: "bad", postal_address_postal_code: code });
  await expect(bad).rejects.toMatchObject({ constraint: "department_postal_address_postal_code_valid" });
});

describe("telephone and fax", () => {
  let telephones = 0;
  test.each([
    ["0365 838-3000", "+493658383000"],
    ["(0365) 838 30 00", "+493658383000"],
    ["+49 365 838-3000", "+493658383000"],
    ["+49 (0)365 838-3000", "+493658383000"],
    ["0049 365 8383000", "+493658383000"],
    ["0049 (0) 365 8383000", "+493658383000"],
    ["838-3000", null],
  ])("%s is %s in the international way, and kept as published", async (published, e164) => {
    const [id] = await make({ key: `telefon-${++telephones}`, phone: published, fax: published });
    const { data } = await graph.ask(`{ department(id: "department_${id}") { phone phoneE164 fax faxE164 } }`);
    expect(data.department).toEqual({ phone: published, phoneE164: e164, fax: published, faxE164: e164 });
  });
});

test.each([
  ["that end before they begin", `[{ "dayOfWeek": "MONDAY", "opens": "12:00", "closes": "09:00" }]`],
  ["that no clock shows", `[{ "dayOfWeek": "MONDAY", "opens": "09:00", "closes": "24:00" }]`],
  ["on no day", `[{ "opens": "09:00", "closes": "12:00" }]`],
  ["that are no list", `{}`],
])("refuses service hours %s", async (_, hours) => {
  const bad = make({ key: "bad", service_hours: hours });
  await expect(bad).rejects.toMatchObject({ constraint: "department_service_hours_valid" });
});

test("ends no earlier than it begins, as far as its dates can tell", async () => {
  await make({ key: "kurz", valid_from: "2019-12", valid_to: "2019" });
  const bad = make({ key: "bad", valid_from: "2020", valid_to: "2019-12-31" });
  await expect(bad).rejects.toMatchObject({ constraint: "department_validity" });
});
