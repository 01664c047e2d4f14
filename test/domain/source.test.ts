import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { insert } from "../support/rows.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  const { database } = graph;
  const [page, news] = await insert(database, "source", [
    {
      key: "seite",
      title: "10 Jahre IKSP",
      url: "https://www.gera.de/iksp",
      publisher: "Stadt Gera",
      kind: "CITY_PAGE",
    },
    { key: "zeitung", title: "Bericht", url: null, publisher: null, kind: "NEWS" },
  ]);
  const [measure] = await insert(database, "measure", [{ key: "m", title: "Spielplatz" }]);
  const rests = { subject_id: measure, rank: "NORMAL", basis: "SOURCE" };
  await insert(database, "statement", [
    { ...rests, key: "a", source_id: news, position: 2, locator: "Seite 3" },
    { ...rests, key: "b", source_id: page, position: 1, locator: null },
  ]);
});
afterAll(() => graph.close());

test("stands behind a node, with the place in it, the main source first", async () => {
  const { data } = await graph.ask(`{ measure(key: "m") { sources { key label url publisher locator } } }`);
  expect(data.measure.sources).toEqual([
    { key: "seite", label: "10 Jahre IKSP", url: "https://www.gera.de/iksp", publisher: "Stadt Gera", locator: null },
    { key: "zeitung", label: "Bericht", url: null, publisher: null, locator: "Seite 3" },
  ]);
});

test("shows everything that rests on it, of whatever kind", async () => {
  const { data } = await graph.ask(`{ source(key: "zeitung") { label kind
    supportedStatements { totalCount nodes { subjectKind subject { __typename label } } } } }`);
  const subject = { __typename: "Measure", label: "Spielplatz" };
  expect(data.source).toEqual({
    label: "Bericht",
    kind: "NEWS",
    supportedStatements: { totalCount: 1, nodes: [{ subjectKind: "Measure", subject }] },
  });
});

test("cannot be deleted while something rests on it", async () => {
  const text = "DELETE FROM source WHERE key = 'zeitung'";
  await expect(graph.database.query({ text, values: [] })).rejects.toMatchObject({
    constraint: "statement_source_id_fkey",
  });
});
