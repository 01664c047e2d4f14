import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let youth: string, building: string, club: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const offices = await insert(database, "department", [
    { key: "jugend", name: "Jugendamt", kind: "OFFICE" },
    { key: "bau", name: "Bauamt", kind: "OFFICE" },
  ]);
  [youth, building] = offices as [string, string];
  [club] = (await insert(database, "organisation", [{ key: "verein", name: "Verein" }])) as [string];
});
afterAll(() => graph.close());

let made = 0;
const measure = async (): Promise<string> => {
  const [id] = await insert(graph.database, "measure", [{ key: `m-${++made}`, title: "Spielplatz" }]);
  return id!;
};
const make = (measure_id: string, role: string, agent: Record<string, string | null>) =>
  insert(graph.database, "responsibility", [{ key: `r-${++made}`, measure_id, role, basis: "SOURCE", ...agent }]);

test("shows who leads, who takes part and who is a partner, from the measure and from them", async () => {
  const id = await measure();
  await make(id, "LEAD", { department_id: youth });
  await make(id, "PARTICIPATING", { department_id: building });
  await make(id, "PARTNER", { organisation_id: club });
  const only = `(where: { id: { eq: "measure_${id}" } }) { totalCount }`;
  const { data } = await graph.ask(`{
    measure(id: "measure_${id}") {
      leadDepartments { nodes { key } } participatingDepartments { nodes { key } } partners { nodes { key } } }
    lead: department(key: "jugend") { ledMeasures${only} participatedMeasures${only} }
    other: department(key: "bau") { ledMeasures${only} participatedMeasures${only} }
    organisation(key: "verein") { partneredMeasures${only} }
  }`);
  expect(data).toEqual({
    measure: {
      leadDepartments: { nodes: [{ key: "jugend" }] },
      participatingDepartments: { nodes: [{ key: "bau" }] },
      partners: { nodes: [{ key: "verein" }] },
    },
    lead: { ledMeasures: { totalCount: 1 }, participatedMeasures: { totalCount: 0 } },
    other: { ledMeasures: { totalCount: 0 }, participatedMeasures: { totalCount: 1 } },
    organisation: { partneredMeasures: { totalCount: 1 } },
  });
});

test("is a node of its own, with a role, a time and a basis", async () => {
  const id = await measure();
  const [own] = await make(id, "LEAD", { department_id: building, valid_from: "2018", valid_to: "2019-12-31" });
  const { data } = await graph.ask(`{ responsibility(id: "responsibility_${own}") {
    label role validFrom validTo basis measure { title } department { key } organisation { key } } }`);
  expect(data.responsibility).toEqual({
    label: "Federführung, Bauamt, Spielplatz",
    role: "LEAD",
    validFrom: "2018",
    validTo: "2019-12-31",
    basis: "SOURCE",
    measure: { title: "Spielplatz" },
    department: { key: "bau" },
    organisation: null,
  });
});

describe("one agent leads a measure at most once at a time", () => {
  const twice = async (first: [string | null, string | null], second: [string | null, string | null]) => {
    const id = await measure();
    await make(id, "LEAD", { department_id: youth, valid_from: first[0], valid_to: first[1] });
    return make(id, "LEAD", { department_id: youth, valid_from: second[0], valid_to: second[1] });
  };

  test.each<[[string | null, string | null], [string | null, string | null]]>([
    [
      [null, null],
      [null, null],
    ],
    [
      ["2018", "2020"],
      ["2019-06", null],
    ],
    [
      ["2018", "2019"],
      ["2019-12-31", null],
    ],
    [
      [null, "2018"],
      [null, "2010"],
    ],
  ])("%j and %j overlap", async (first, second) => {
    await expect(twice(first, second)).rejects.toMatchObject({ constraint: "responsibility_one_lead" });
  });

  test.each<[[string | null, string | null], [string | null, string | null]]>([
    [
      ["2018", "2019"],
      ["2020", null],
    ],
    [
      [null, "2019-12-30"],
      ["2019-12-31", "2020"],
    ],
  ])("%j and %j follow each other", async (first, second) => {
    expect(await twice(first, second)).toHaveLength(1);
  });
});

test("counts a department once that has led a measure twice, in lists and in groups", async () => {
  const id = await measure();
  await make(id, "LEAD", { department_id: youth, valid_to: "2019" });
  await make(id, "LEAD", { department_id: youth, valid_from: "2020" });
  const groups = `groups(by: [LEAD_DEPARTMENT]) { keys { leadDepartment { key } } count }`;
  const { data } = await graph.ask(`{
    measure(id: "measure_${id}") { leadDepartments { totalCount nodes { key } } }
    measures(where: { id: { eq: "measure_${id}" } }) { ${groups} }
  }`);
  expect(data).toEqual({
    measure: { leadDepartments: { totalCount: 1, nodes: [{ key: "jugend" }] } },
    measures: { groups: [{ keys: { leadDepartment: { key: "jugend" } }, count: 1 }] },
  });
});

test("lets several lead together, and one take part in several ways", async () => {
  const id = await measure();
  await make(id, "LEAD", { department_id: youth });
  await make(id, "LEAD", { department_id: building });
  await make(id, "LEAD", { organisation_id: club });
  await make(id, "PARTICIPATING", { department_id: youth });
  await make(id, "PARTICIPATING", { department_id: youth });
  const { data } = await graph.ask(`{ measure(id: "measure_${id}") {
    leadDepartments(orderBy: [{ field: NAME }]) { nodes { name } } participatingDepartments { totalCount } } }`);
  expect(data.measure).toEqual({
    leadDepartments: { nodes: [{ name: "Bauamt" }, { name: "Jugendamt" }] },
    participatingDepartments: { totalCount: 1 },
  });
});

test.each([
  ["of two agents", "responsibility_agent", () => ({ department_id: youth, organisation_id: club })],
  ["of no one", "responsibility_agent", () => ({})],
  [
    "that ends before it begins",
    "responsibility_validity",
    () => ({ department_id: youth, valid_from: "2020", valid_to: "2019" }),
  ],
])("refuses a responsibility %s", async (_, constraint, agent) => {
  await expect(make(await measure(), "PARTNER", agent())).rejects.toMatchObject({ constraint });
});
