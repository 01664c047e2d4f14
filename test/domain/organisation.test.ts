import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
});
afterAll(() => graph.close());

test("funds programmes and takes part in measures", async () => {
  const { database } = graph;
  const [land] = await insert(database, "organisation", [{ key: "land", name: "Freistaat Thüringen", kind: "FUNDER" }]);
  await insert(database, "funding_programme", [{ key: "lsz", title: "LSZ", level: "STATE", funder_id: land }]);
  const [measure] = await insert(database, "measure", [{ key: "m", title: "Spielplatz" }]);
  await insert(database, "responsibility", [
    { key: "r", measure_id: measure, organisation_id: land, role: "PARTNER", basis: "SOURCE" },
  ]);
  const { data } = await graph.ask(`{ organisation(key: "land") {
    label fundedProgrammes { nodes { key } } partneredMeasures { nodes { key } } responsibilities { nodes { role } } } }`);
  expect(data.organisation).toEqual({
    label: "Freistaat Thüringen",
    fundedProgrammes: { nodes: [{ key: "lsz" }] },
    partneredMeasures: { nodes: [{ key: "m" }] },
    responsibilities: { nodes: [{ role: "PARTNER" }] },
  });
});

test("may be of no known kind, and is found by that", async () => {
  await insert(graph.database, "organisation", [{ key: "verein", name: "Verein", role: "Träger des Stadtteilbüros" }]);
  const { data } = await graph.ask(`{ organisations(where: { kind: { isNull: true } }) { nodes { key kind role } } }`);
  expect(data.organisations.nodes).toEqual([{ key: "verein", kind: null, role: "Träger des Stadtteilbüros" }]);
});
