import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

const make = (row: Record<string, string | null>) =>
  insert(graph.database, "funding_programme", [{ title: `Programm ${row.key}`, level: "STATE", ...row }]);

test("comes from a funder and pays grants, seen from both ends", async () => {
  const [land] = await insert(graph.database, "organisation", [{ key: "land", name: "Thüringen", kind: "FUNDER" }]);
  const [programme] = await make({ key: "lsz", funder_id: land! });
  const [measure] = await insert(graph.database, "measure", [{ key: "m", title: "Spielplatz" }]);
  const grant = { key: "g", programme_id: programme, measure_id: measure, stage: "GRANTED" };
  await insert(graph.database, "funding_grant", [grant]);
  const { data } = await graph.ask(`{
    fundingProgramme(key: "lsz") { label funder { name } grants { nodes { key } } }
    organisation(key: "land") { fundedProgrammes { nodes { key } } }
  }`);
  expect(data).toEqual({
    fundingProgramme: { label: "Programm lsz", funder: { name: "Thüringen" }, grants: { nodes: [{ key: "g" }] } },
    organisation: { fundedProgrammes: { nodes: [{ key: "lsz" }] } },
  });
});

test("keeps its rate and its volume digit by digit", async () => {
  await make({
    key: "genau",
    co_funding_rate: "66.67",
    volume_eur: "28000000.10",
    period_start: "2014",
    period_end: null,
  });
  const { data } = await graph.ask(
    `{ fundingProgramme(key: "genau") { coFundingRate volumeEur periodStart periodEnd } }`,
  );
  expect(data.fundingProgramme).toEqual({
    coFundingRate: "66.67",
    volumeEur: "28000000.10",
    periodStart: "2014",
    periodEnd: null,
  });
});

test.each(["0", "100"])("may pay %s per cent", async (rate) => {
  expect(await make({ key: `satz-${rate}`, co_funding_rate: rate })).toHaveLength(1);
});

test.each([
  ["that pays more than everything", "funding_programme_co_funding_rate_valid", { co_funding_rate: "100.01" }],
  ["that takes money", "funding_programme_co_funding_rate_valid", { co_funding_rate: "-1" }],
  ["with tenths of a cent", "funding_programme_volume_eur_valid", { volume_eur: "1.001" }],
  ["that ends before it begins", "funding_programme_period", { period_start: "2021", period_end: "2020" }],
])("refuses a programme %s", async (_, constraint, values) => {
  await expect(make({ key: "bad", ...values })).rejects.toMatchObject({ constraint });
});

test("sorts by level from Europe down, whatever the alphabet says", async () => {
  const mine = { short_title: "ebenen" };
  for (const level of ["MUNICIPAL", "EU", "FEDERAL"]) await make({ key: level.toLowerCase(), level, ...mine });
  const { data } = await graph.ask(`{ fundingProgrammes(where: { shortTitle: { eq: "ebenen" } },
    orderBy: [{ field: LEVEL }]) { nodes { level } } }`);
  expect(data.fundingProgrammes.nodes).toEqual([{ level: "EU" }, { level: "FEDERAL" }, { level: "MUNICIPAL" }]);
});
