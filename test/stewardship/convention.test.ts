import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";
import { loadFiles, problemsOf } from "./loading.js";

let world: TestGraph;
beforeEach(async () => {
  world = await testGraph();
});
afterEach(() => world.close());

const noMapping = { files: [] };
const KINDS = {
  "spatial-units.csv": "key,name,kind\nlusan,Lusan,CITY_DISTRICT\nbieblach,Bieblach,Fördergebiet",
  "departments.csv": `key,name,kind,parent_key,visiting_address_street,visiting_address_postal_code,email
amt,Jugendamt,Amt,dezernat,Gagarinstraße,07545,jugendamt@gera.de
dezernat,Dezernat,DEPARTMENT,,,,`,
};

test("a file that is named after a kind needs no mapping: columns are named after what they fill", async () => {
  const measures = `key,title,status,cost_eur,spatial_unit_keys,owner_key,visibility,editorial_fields,source_url,more_sources
spielplatz,Spielplatz,PLANNED,20000.50,lusan; bieblach,amt,PUBLIC,status,https://gera.de/a,https://gera.de/b;https://gera.de/c`;
  const loaded = await loadFiles(world, { ...KINDS, "measures.csv": measures }, noMapping);

  expect(problemsOf(loaded)).toEqual([]);
  const { data } = await world.ask(`{ measure(key: "spielplatz") { title status costEur visibility owner { key }
    spatialUnits { nodes { kind } } sources { url label } statements { attribute value basis rank } }
    department(key: "amt") { kind parent { key } postalAddress { street }
      visitingAddress { street houseNumber postalCode locality } } }`);
  expect(data).toEqual({
    measure: {
      title: "Spielplatz",
      status: "PLANNED",
      costEur: "20000.50",
      visibility: "PUBLIC",
      owner: { key: "amt" },
      spatialUnits: { nodes: [{ kind: "CITY_DISTRICT" }, { kind: "FUNDING_AREA" }] },
      sources: ["a", "b", "c"].map((page) => ({ url: `https://gera.de/${page}`, label: "gera.de" })),
      statements: [{ attribute: "status", value: "PLANNED", basis: "EDITORIAL", rank: "NORMAL" }],
    },
    department: {
      kind: "OFFICE",
      parent: { key: "dezernat" },
      postalAddress: null,
      visitingAddress: { street: "Gagarinstraße", houseNumber: null, postalCode: "07545", locality: null },
    },
  });
});

test("columns that are not there leave their values as they are", async () => {
  await loadFiles(world, KINDS, noMapping);
  const loaded = await loadFiles(world, { "departments.csv": "key,phone\namt,0365 838-0" }, noMapping);

  expect(loaded.kinds).toEqual([{ kind: "Department", created: 0, changed: 1, unchanged: 0, rejected: 0 }]);
  const { data } = await world.ask(`{ department(key: "amt") { name email phone parent { key } } }`);
  expect(data.department).toEqual({
    name: "Jugendamt",
    email: "jugendamt@gera.de",
    phone: "0365 838-0",
    parent: { key: "dezernat" },
  });
});

test("a new row must bring what its kind needs", async () => {
  const loaded = await loadFiles(world, { "departments.csv": "key,phone\namt,0365 838-0" }, noMapping);
  expect(loaded.problems.map(({ reason }) => reason.en)).toEqual([
    '"name" must have a value.',
    '"kind" must have a value.',
  ]);
});

test("umlauts, a byte order mark and line breaks of any system are read as they are meant", async () => {
  const text =
    '\uFEFFkey,name,kind,note\r\nueb,Übergröße „Süd“,LOCALITY,"zwei\r\nZeilen"\r\n\r\nloe,Löwe,LOCALITY,\r\n';
  const loaded = await loadFiles(world, { "spatial-units.csv": text }, noMapping);

  expect(problemsOf(loaded)).toEqual([]);
  const { data } = await world.ask(`{ spatialUnits { nodes { key name note } } }`);
  expect(data.spatialUnits.nodes).toEqual([
    { key: "ueb", name: "Übergröße „Süd“", note: "zwei\r\nZeilen" },
    { key: "loe", name: "Löwe", note: null },
  ]);
});
