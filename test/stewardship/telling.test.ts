import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { graph } from "../../src/domain/index.js";
import { createLog } from "../../src/platform/log.js";
import { StartError } from "../../src/platform/start-error.js";
import { loadSeeds } from "../../src/stewardship/import/load-seeds.js";
import { mappingOfFolder } from "../../src/stewardship/import/mapping-of-folder.js";
import { progressOn } from "../../src/stewardship/import/progress.js";
import { tableOf } from "../../src/stewardship/import/table.js";
import { testGraph } from "../support/graph.js";
import { loadFiles } from "./loading.js";

const written = (stream: PassThrough): string => String(stream.read() ?? "");

test("away from a terminal, progress is one line for every kind", () => {
  const output = new PassThrough();
  const progress = progressOn(output);
  progress.start(70);
  progress.step("Measure", 50);
  progress.step("Measure", 10);
  progress.step("Theme", 10);
  progress.stop();

  expect(written(output)).toBe("Writing 70 records\nMeasure: 60 written\nTheme: 10 written\n");
});

test("on a terminal, progress is a bar that is cleared at the end", () => {
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const progress = progressOn(Object.assign(output, terminal));
  progress.start(70);
  progress.step("Measure", 70);
  progress.stop();

  expect(written(output)).toContain("70/70 Measure");
});

/** What a bar asks of a terminal beside writing. */
const terminal = { cursorTo: () => true, clearLine: () => true, moveCursor: () => true };

test("nothing to write is told by the summary alone", () => {
  const output = new PassThrough();
  const progress = progressOn(output);
  progress.start(0);
  progress.stop();
  expect(written(output)).toBe("");
});

test("the summary is an aligned table below what is wrong", () => {
  const reason = { code: "UNREADABLE_VALUE", en: '"x" is not a number.', de: "„x“ ist keine Zahl." } as const;
  const kinds = [
    { kind: "Measure", created: 131, changed: 0, unchanged: 0, rejected: 0 },
    { kind: "Theme", created: 0, changed: 1, unchanged: 43, rejected: 2 },
  ];
  const problems = [{ place: { file: "themes.csv", line: 12, column: "seq" }, reason }];

  expect(tableOf({ kinds, problems, seconds: 1.234 }).split("\n")).toEqual([
    'themes.csv:12 seq: "x" is not a number.',
    "         created  changed  unchanged  rejected",
    "Measure      131        0          0         0",
    "Theme          0        1         43         2",
    "total        131        1         43         2",
    "loaded in 1.2 s",
    "",
  ]);
});

test("loading tells progress and summary", async () => {
  const world = await testGraph();
  const { told } = await loadFiles(world, { "persons.csv": "key,name\nwanzar-sandra,Sandra Wanzar" });
  expect(told).toMatch(/^Writing 1 records\nPerson: 1 written\n[^]*\nPerson +1 +0 +0 +0\n/);
  await world.close();
});

test("a folder that is not there is something the operator can correct", async () => {
  const world = await testGraph();
  const options = {
    graph,
    database: world.database,
    output: new PassThrough(),
    log: createLog({ logLevel: "silent" }),
  };
  await expect(loadSeeds({ ...options, folder: "seeds/nirgends" })).rejects.toThrow(StartError);
  await world.close();
});

test("Gera's folder brings its mapping, any other folder does without", async () => {
  expect((await mappingOfFolder("seeds/gera")).files.length).toBeGreaterThan(18);
  expect(await mappingOfFolder("schema")).toEqual({ files: [] });
});
