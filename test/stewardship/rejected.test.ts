import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { loadFiles, problemsOf } from "./loading.js";

let world: TestGraph;
beforeAll(async () => {
  world = await testGraph();
});
afterAll(() => world.close());

const HEADER = "key,name,kind,code,parent_key,population,population_as_of,area_ha,note,editorial_fields,source_url";

/** A file of spatial units with a good row before and after the given ones. */
const units = (...rows: string[]): string =>
  [HEADER, "vorher,Vorher,ORTSTEIL,,,,,,,,", ...rows, "nachher,Nachher,ORTSTEIL,,,,,,,,"].join("\r\n");

async function stored(): Promise<string[]> {
  const { data } = await world.ask(`{ spatialUnits { nodes { key } } bodies { nodes { key } } }`);
  return [...data.spatialUnits.nodes, ...data.bodies.nodes].map(({ key }: { key: string }) => key);
}

describe("a file with one bad row is not loaded at all, and the row is named", () => {
  test.each([
    ["an unknown word", ["x,X,DORF,,,,,,,,"], "3 kind UNKNOWN_WORD"],
    ["an impossible date", ["x,X,ORTSTEIL,,,,2018-13,,,,"], "3 population_as_of UNREADABLE_VALUE"],
    ["a day that no month has", ["x,X,ORTSTEIL,,,,2023-02-29,,,,"], "3 population_as_of UNREADABLE_VALUE"],
    ["a text where a whole number belongs", ["x,X,ORTSTEIL,,,rund 500,,,,,"], "3 population UNREADABLE_VALUE"],
    ["a decimal comma", ['x,X,ORTSTEIL,,,,,"12,5",,,'], "3 area_ha UNREADABLE_VALUE"],
    ["an unknown reference", ["x,X,ORTSTEIL,,nirgends,,,,,,"], "3 parent_key UNKNOWN_REFERENCE"],
    ["a missing value", ["x,,ORTSTEIL,,,,,,,,"], "3 name MISSING_VALUE"],
    ["a missing key", [",X,ORTSTEIL,,,,,,,,"], "3 key MISSING_VALUE"],
    ["a key that is none", ["Groß Aga,X,ORTSTEIL,,,,,,,,"], "3 key UNREADABLE_VALUE"],
    ["a key that is taken", ["vorher,X,ORTSTEIL,,,,,,,,"], "3 DUPLICATE_KEY"],
    ["a source that is no address", ["x,X,ORTSTEIL,,,,,,,,Stadtarchiv"], "3 source_url UNREADABLE_VALUE"],
    ["an inferred field that is none", ["x,X,ORTSTEIL,,,,,,,mayor,"], "3 editorial_fields UNKNOWN_WORD"],
    ["a row that is too short", ["x,X"], "3 BROKEN_FILE"],
    ["a quote inside a cell", ['x,X "Y" Z,ORTSTEIL,,,,,,,,'], "3 name BROKEN_FILE"],
    ["a quote that never ends", ['x,"X,ORTSTEIL,,,,,,,,'], "3 name BROKEN_FILE"],
  ])("%s", async (_badness, rows, problem) => {
    const loaded = await loadFiles(world, { "districts.csv": units(...rows) });

    expect(problemsOf(loaded)).toEqual([`districts.csv:${problem}`]);
    expect(loaded.told).toContain(`districts.csv:${problem.split(" ").slice(0, -1).join(" ")}: `);
    expect(await stored()).toEqual([]);
  });

  test("all that is wrong is named at once, with reasons in both languages", async () => {
    const loaded = await loadFiles(world, {
      "districts.csv": units("x,X,DORF,,,viele,,,,,", "y,Y,ORTSTEIL,,,,2018-13,,,,"),
    });

    expect(loaded.problems.map(({ place, reason }) => [place.line, place.column, reason.en, reason.de])).toEqual([
      [
        3,
        "kind",
        expect.stringMatching(/^"DORF" is none of STADT, /),
        expect.stringMatching(/^„DORF“ ist keines der Wörter STADT, /),
      ],
      [3, "population", `"viele" is not a whole number like 118.`, `„viele“ ist keine ganze Zahl wie 118.`],
      [4, "population_as_of", expect.stringContaining("2018-13"), expect.stringContaining("kein mögliches Datum")],
    ]);
  });
});

describe("columns", () => {
  test("that nothing reads, and that are missing, keep a file out", async () => {
    const loaded = await loadFiles(world, { "districts.csv": units().replace("area_ha", "hektar") });

    expect(problemsOf(loaded)).toEqual([
      "districts.csv:1 hektar UNKNOWN_COLUMN",
      "districts.csv:1 area_ha MISSING_COLUMN",
    ]);
    expect(loaded.kinds).toEqual([{ kind: "SpatialUnit", created: 0, changed: 0, unchanged: 0, rejected: 2 }]);
  });

  test("that stand there twice keep a file out", async () => {
    const loaded = await loadFiles(world, { "districts.csv": units().replace("area_ha", "note") });
    expect(problemsOf(loaded)).toContain("districts.csv:1 note BROKEN_FILE");
  });
});

test("a file that nothing knows is named, and the others are loaded", async () => {
  const body = "key,name,kind,process_key,note,source_url\r\nbeirat,Beirat,BEIRAT,,,";
  const loaded = await loadFiles(world, { "bodies.csv": body, "wetter.csv": "tag,grad\r\n1,2", "districts.csv": "" });

  expect(problemsOf(loaded).sort()).toEqual([
    "districts.csv:1 BROKEN_FILE",
    expect.stringMatching(/^districts.csv:1 \w+ MISSING_COLUMN$/),
    ...Array.from({ length: 8 }, () => expect.stringMatching(/^districts.csv:1 \w+ MISSING_COLUMN$/)),
    "wetter.csv:1 UNKNOWN_FILE",
  ]);
  expect(await stored()).toEqual(["beirat"]);
});
