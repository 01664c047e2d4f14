import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { draftFiles, foresee } from "../../src/stewardship/import/import-files.js";
import { readCsv } from "../../src/stewardship/import/read/csv-file.js";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { loadFiles } from "./loading.js";

let world: TestGraph;
beforeAll(async () => {
  world = await testGraph();
});
afterAll(() => world.close());

const mapping = { files: [] };

test("an import can be foreseen, value by value, without writing anything", async () => {
  const before = "key,name,kind,population\nlusan,Lusan,CITY_DISTRICT,22339\naga,Aga,LOCALITY,";
  await loadFiles(world, { "spatial-units.csv": before }, mapping);
  const after = "key,name,kind,population\nlusan,Lusan,LOCALITY,22600\naga,Aga,LOCALITY,\nneu,Neu,LOCALITY,";
  const setting = { graph: world.graph, mapping };
  const files = draftFiles([readCsv("spatial-units.csv", Buffer.from(after))], setting);

  const { plans } = await foresee(world.database, files, setting);
  const { created, changed, unchanged } = plans.find(({ kind }) => kind.name === "SpatialUnit")!;
  expect(created.map(({ record }) => record.key)).toEqual(["neu"]);
  expect(changed.map(({ row, fields }) => [row.record.key, fields])).toEqual([["lusan", ["kind", "population"]]]);
  expect(unchanged).toBe(1);

  const { data } = await world.ask(`{ spatialUnits { nodes { key version population } } }`);
  expect(data.spatialUnits.nodes).toEqual([
    { key: "lusan", version: 1, population: 22339 },
    { key: "aga", version: 1, population: null },
  ]);
});
