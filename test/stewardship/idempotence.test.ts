import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { countOf, loadFiles, loadGera, problemsOf } from "./loading.js";

let world: TestGraph;
beforeEach(async () => {
  world = await testGraph();
});
afterEach(() => world.close());

/** Version and time of the last change of everything that is stored. */
async function states(): Promise<unknown[]> {
  const selects = world.graph.kinds.map(({ table }) => `SELECT id, version, updated_at FROM "${table}"`);
  return world.database.query({ text: `${selects.join(" UNION ALL ")} ORDER BY id`, values: [] });
}

describe("loading again", () => {
  test("changes nothing, not even versions", async () => {
    const first = await loadGera(world);
    const before = await states();
    const second = await loadGera(world);

    expect(problemsOf(first)).toEqual([]);
    expect(countOf(first, "created")).toBe(before.length);
    // Only sources that no file lists, made from an address and found by it, are not among the unchanged.
    expect(second.kinds.filter(({ created, changed, rejected }) => created + changed + rejected > 0)).toEqual([]);
    expect(second.kinds.map(({ kind }) => kind)).toEqual(first.kinds.map(({ kind }) => kind));
    expect(await states()).toEqual(before);
  });

  test("by two processes at once loads everything once", async () => {
    const [one, other] = await Promise.all([loadGera(world), loadGera(world)]);

    expect([countOf(one, "created"), countOf(other, "created")].sort()).toContain(0);
    expect(countOf(one, "created") + countOf(other, "created")).toBe((await states()).length);
  });

  test("with another cell changes that row and no other", async () => {
    await loadGera(world);
    const again = await loadGera(world, { "measures.csv": [",35000000,GERUNDET,", ",35500000.50,EXAKT,"] });

    expect(again.kinds.filter(({ changed, created }) => changed + created > 0)).toEqual([
      { kind: "Measure", created: 0, changed: 1, unchanged: 130, rejected: 0 },
    ]);
    const { data } = await world.ask(
      `{ measures(where: { version: { gt: 1 } }) { nodes { key version costEur costPrecision } } }`,
    );
    expect(data.measures.nodes).toEqual([
      { key: "bildungscampus-lusan", version: 2, costEur: "35500000.50", costPrecision: "EXACT" },
    ]);
  });

  test("with an emptied cell empties the value", async () => {
    await loadGera(world);
    await loadGera(world, { "bodies.csv": ["PROJEKTGRUPPE,isek-gera2030,", "PROJEKTGRUPPE,,"] });

    const { data } = await world.ask(`{ body(key: "isek-projektgruppe") { version process { key } } }`);
    expect(data.body).toEqual({ version: 2, process: null });
  });

  test("with other entries in a list of keys sets the links anew and counts a version", async () => {
    await loadGera(world);
    const again = await loadGera(world, {
      "measures.csv": [",weeber-partner,lusan,", ",weeber-partner,bieblach;aga,"],
    });

    const { data } = await world.ask(
      `{ measure(key: "bildungscampus-lusan") { version spatialUnits { nodes { key } } } }`,
    );
    expect(data.measure).toEqual({ version: 2, spatialUnits: { nodes: [{ key: "bieblach" }, { key: "aga" }] } });
    expect(countOf(again, "changed")).toBe(1);
  });
});

test("rows are listed in the order of their file", async () => {
  const keys = ["zwoetzen", "aga", "mitte", "lusan"];
  const rows = keys.map((key) => `${key},${key},ORTSTEIL,,,,,,,,seed`);
  const header = "key,name,kind,code,parent_key,population,population_as_of,area_ha,note,editorial_fields,source_url";
  await loadFiles(world, { "districts.csv": [header, ...rows].join("\r\n"), "sources.csv": SOURCES });

  const { data } = await world.ask(`{ spatialUnits { nodes { key } } }`);
  expect(data.spatialUnits.nodes.map(({ key }: { key: string }) => key)).toEqual(keys);
});

test("a row may stand before the row that it hangs from", async () => {
  const header = "key,name,kind,code,parent_key,population,population_as_of,area_ha,note,editorial_fields,source_url";
  const rows = ["teil,Teil,GEMEINDETEIL,,bezirk,,,,,,", "bezirk,Bezirk,STATISTISCHER_BEZIRK,,,,,,,,"];
  const loaded = await loadFiles(world, { "districts.csv": [header, ...rows].join("\n") });

  expect(problemsOf(loaded)).toEqual([]);
  const { data } = await world.ask(`{ spatialUnit(key: "teil") { parent { key } } }`);
  expect(data.spatialUnit.parent).toEqual({ key: "bezirk" });
});

const SOURCES =
  "key,label,url,publisher,kind\nseed-10-jahre-iksp,10 Jahre IKSP,https://www.gera.de/iksp,Stadt Gera,CITY_PAGE";
