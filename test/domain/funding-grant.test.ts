import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
let programme: string, measure: string;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  [programme] = (await insert(database, "funding_programme", [{ key: "efre", title: "EFRE", level: "EU" }])) as [
    string,
  ];
  [measure] = (await insert(database, "measure", [{ key: "schule", title: "Ostschule" }])) as [string];
});
afterAll(() => graph.close());

const make = async (row: Record<string, string | number | null>): Promise<string> => {
  const grant = { programme_id: programme, measure_id: measure, stage: "GRANTED", ...row };
  return (await insert(graph.database, "funding_grant", [grant]))[0]!;
};

test("brings money from a programme to a measure, seen from all ends", async () => {
  await make({ key: "ganz", amount_eur: "2400000", amount_precision: "ROUNDED", year: 2019, decided_on: "2019-05" });
  const { data } = await graph.ask(`{
    fundingGrant(key: "ganz") { label amountEur amountPrecision year decidedOn programme { key } measure { key } }
    measure(key: "schule") { grants(where: { key: { eq: "ganz" } }) { totalCount } }
    fundingProgramme(key: "efre") { grants(where: { key: { eq: "ganz" } }) { totalCount } }
  }`);
  expect(data).toEqual({
    fundingGrant: {
      label: "Ostschule, EFRE, bewilligt",
      amountEur: "2400000",
      amountPrecision: "ROUNDED",
      year: 2019,
      decidedOn: "2019-05",
      programme: { key: "efre" },
      measure: { key: "schule" },
    },
    measure: { grants: { totalCount: 1 } },
    fundingProgramme: { grants: { totalCount: 1 } },
  });
});

test("replaces an earlier stage and is part of a whole, so that a sum can leave both out", async () => {
  const applied = await make({ key: "beantragt", stage: "APPLIED", amount_eur: "5200000" });
  const granted = await make({ key: "bewilligt", replaces_id: applied, stage_basis: "EDITORIAL" });
  await make({ key: "rate", part_of_id: granted });
  const { data } = await graph.ask(`{
    fundingGrant(key: "bewilligt") { replaces { key } replacedBy { totalCount } parts { nodes { key partOf { key } } } }
    counted: fundingGrants(where: { partOf: { key: { eq: "bewilligt" } } }) { nodes { key } }
    final: fundingGrants(where: { key: { in: ["beantragt", "bewilligt"] }, replacedBy: { none: {} } }) { nodes { key } }
  }`);
  expect(data).toEqual({
    fundingGrant: {
      replaces: { key: "beantragt" },
      replacedBy: { totalCount: 0 },
      parts: { nodes: [{ key: "rate", partOf: { key: "bewilligt" } }] },
    },
    counted: { nodes: [{ key: "rate" }] },
    final: { nodes: [{ key: "bewilligt" }] },
  });
});

test.each(["replaces_id", "part_of_id"])("is in no circle by %s", async (column) => {
  const first = await make({ key: `eins-${column.replaceAll("_", "-")}` });
  const second = await make({ key: `zwei-${column.replaceAll("_", "-")}`, [column]: first });
  const change = { text: `UPDATE funding_grant SET ${column} = $1 WHERE id = $2`, values: [second, first] };
  await expect(graph.database.query(change)).rejects.toMatchObject({ constraint: `no_circle_${column}` });
});

test.each([
  ["of less than nothing", "funding_grant_amount_eur_valid", { amount_eur: "-1" }],
  ["of more than the whole", "funding_grant_share_percent_valid", { share_percent: "100.5" }],
  ["of less than no share", "funding_grant_share_percent_valid", { share_percent: "-0.5" }],
  ["in a year with a digit too many", "funding_grant_year", { year: 20_190 }],
])("refuses a grant %s", async (_, constraint, values) => {
  await expect(make({ key: "bad", ...values })).rejects.toMatchObject({ constraint });
});

test("adds up to the cent when the database adds", async () => {
  for (const [index, amount] of ["0.10", "0.20", "411751.92"].entries())
    await make({ key: `summe-${index}`, amount_eur: amount, stage: "SPENT" });
  const text = "SELECT sum(amount_eur)::text AS sum FROM funding_grant WHERE stage = 'SPENT'";
  expect(await graph.database.query({ text, values: [] })).toEqual([{ sum: "411752.22" }]);
});
