import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { countOf, loadFiles, loadGera, problemsOf } from "./loading.js";

let world: TestGraph;
beforeEach(async () => {
  world = await testGraph();
});
afterEach(() => world.close());

const UNITS = "key,name,kind,code,parent_key,population,population_as_of,area_ha,note,editorial_fields,source_url";
const BODIES = "key,name,kind,process_key,note,source_url";

test("a file that refers to a file that is left out is left out too, and says why", async () => {
  const loaded = await loadGera(world, { "themes.csv": [",FACHTHEMA,1,", ",FACHFRAGE,1,"] });

  const files = new Set(loaded.problems.map(({ place }) => place.file));
  expect([...files].sort()).toEqual([
    "funding_grants.csv",
    "indicator_values.csv",
    "indicators.csv",
    "measures.csv",
    "statements.csv",
    "theme_assignments_editorial.csv",
    "theme_links.csv",
    "theme_links_editorial.csv",
    "themes.csv",
  ]);
  expect(problemsOf(loaded).filter((problem) => problem.endsWith("UNKNOWN_WORD"))).toEqual([
    "themes.csv:4 kind UNKNOWN_WORD",
  ]);
  expect(loaded.problems.find(({ place }) => place.file === "indicators.csv")?.reason).toEqual({
    code: "LEFT_OUT",
    en: `"sozialstatistik-thema-familie" stands in themes.csv, which is left out.`,
    de: "„sozialstatistik-thema-familie“ steht in themes.csv, und diese Datei wird nicht geladen.",
  });
  const { data } = await world.ask(
    `{ themes { totalCount } goals { totalCount } measures { totalCount } departments { totalCount } }`,
  );
  expect(data).toEqual({
    themes: { totalCount: 0 },
    goals: { totalCount: 0 },
    measures: { totalCount: 0 },
    departments: { totalCount: 50 },
  });
});

test("what was loaded before can be referred to while its file is left out", async () => {
  await loadFiles(world, { "districts.csv": `${UNITS}\ngera,Gera,STADT,,,,,,,,` });
  const loaded = await loadFiles(world, {
    "districts.csv": `${UNITS}\ngera,Gera,STADT,,,viele,,,,,`,
    "spatial-units.csv": "key,name,kind,parent_key\nlusan,Lusan,CITY_DISTRICT,gera",
  });

  expect(problemsOf(loaded)).toEqual(["districts.csv:2 population UNREADABLE_VALUE"]);
  expect(loaded.kinds).toEqual([{ kind: "SpatialUnit", created: 1, changed: 0, unchanged: 0, rejected: 1 }]);
});

describe("what the database refuses is reported with its row, and the rest is loaded", () => {
  test.each([
    [
      "an end before its beginning",
      "process_phases.csv",
      "iksp,2,Zwei,2020,2019,,,",
      "The end lies before the beginning.",
    ],
    ["a number below zero", "process_phases.csv", "iksp,2,Zwei,,,,-5,", `The rule for "participants" does not hold.`],
  ])("%s", async (_what, file, row, reason) => {
    const header = "process_key,seq,title,starts_on,ends_on,participation_format,participants,source_url";
    const loaded = await loadFiles(world, {
      [file]: [header, "iksp,1,Eins,,,,,", row, "iksp,3,Drei,,,,,"].join("\n"),
      "planning-processes.csv": "key,title,kind\niksp,IKSP,INTEGRATED_SOCIAL_PLANNING",
      "bodies.csv": `${BODIES}\nbeirat,Beirat,BEIRAT,iksp,,`,
    });

    expect(loaded.problems).toEqual([
      { place: { file, line: 3 }, reason: expect.objectContaining({ code: "REFUSED", en: reason }) },
    ]);
    expect(countOf(loaded, "rejected")).toBe(3);
    const { data } = await world.ask(`{ processPhases { totalCount } bodies { nodes { key process { key } } } }`);
    expect(data).toEqual({
      processPhases: { totalCount: 0 },
      bodies: { nodes: [{ key: "beirat", process: { key: "iksp" } }] },
    });
  });

  test("a circle, by all rows that are part of it", async () => {
    const rows = ["a,A,ORTSTEIL,,b,,,,,,", "b,B,ORTSTEIL,,a,,,,,,", "c,C,ORTSTEIL,,,,,,,,"];
    const loaded = await loadFiles(world, { "districts.csv": [UNITS, ...rows].join("\n") });

    expect(loaded.problems.map(({ place, reason }) => [place.line, reason.en]).sort()).toEqual([
      [2, "Following this link leads back to the row itself."],
      [3, "Following this link leads back to the row itself."],
    ]);
    const { data } = await world.ask(`{ spatialUnits { totalCount } }`);
    expect(data.spatialUnits.totalCount).toBe(0);
  });

  test("a change of a stored row", async () => {
    const file = (end: string) => `key,title,level,period_start,period_end\nlsz,LSZ,STATE,2019,${end}`;
    await loadFiles(world, { "funding-programmes.csv": file("2024") });
    const loaded = await loadFiles(world, { "funding-programmes.csv": file("2018") });

    expect(problemsOf(loaded)).toEqual(["funding-programmes.csv:2 REFUSED"]);
    const { data } = await world.ask(`{ fundingProgramme(key: "lsz") { version periodEnd } }`);
    expect(data.fundingProgramme).toEqual({ version: 1, periodEnd: "2024" });
  });
});

describe("two files that speak of the same record", () => {
  const districts = `${UNITS}\nlusan,Lusan,STADTTEIL,,,,,,,,`;

  test("make one of it", async () => {
    const more = "key,population,population_as_of\nlusan,22339,2020";
    const loaded = await loadFiles(world, { "districts.csv": districts, "spatial-units.csv": more });

    expect(problemsOf(loaded)).toEqual([]);
    const { data } = await world.ask(`{ spatialUnits { nodes { key name kind population populationAsOf version } } }`);
    expect(data.spatialUnits.nodes).toEqual([
      { key: "lusan", name: "Lusan", kind: "CITY_DISTRICT", population: 22339, populationAsOf: "2020", version: 1 },
    ]);
  });

  test("and contradict each other: the later one is left out", async () => {
    const other = "key,name,kind\nlusan,Lusan,LOCALITY";
    const loaded = await loadFiles(world, { "districts.csv": districts, "spatial-units.csv": other });

    expect(problemsOf(loaded)).toEqual(["spatial-units.csv:2 kind CONTRADICTION"]);
    expect(loaded.kinds).toEqual([{ kind: "SpatialUnit", created: 1, changed: 0, unchanged: 0, rejected: 0 }]);
  });
});
