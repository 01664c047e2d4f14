import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { mapping } from "../../seeds/gera/mapping.js";
import { graph } from "../../src/domain/index.js";
import type { Attribute, Kind, LinkEnd } from "../../src/graph/model.js";
import { draftFiles } from "../../src/stewardship/import/import-files.js";
import { readFolder } from "../../src/stewardship/import/read/folder.js";
import { seedFindingsOf, testFindingsOf, wordFindingsOf } from "./findings/kinds.js";
import { root } from "./planted/house.js";

describe("every kind", () => {
  test("is described in German, with all that it has", () => {
    expect(wordFindingsOf(graph.kinds)).toEqual([]);
  });

  test("has data of the city", async () => {
    const files = draftFiles(await readFolder(join(root, "seeds/gera")), { graph, mapping });
    const seeded = files.flatMap(({ drafts }) => drafts.map(({ kind }) => kind.name));
    expect(seedFindingsOf(graph.kinds, new Set(seeded))).toEqual([]);
  });

  test("has a test of its own", () => {
    expect(testFindingsOf(graph.kinds, readdirSync(join(root, "test/domain")))).toEqual([]);
  });
});

describe("a kind is found out", () => {
  const theme = graph.kind("Theme");
  const attribute = (name: string, change: object): Kind["attributes"] =>
    new Map([[name, { ...theme.attributes.get(name), ...change } as Attribute]]);
  const with_ = (change: Partial<Kind>): Kind => ({ ...theme, attributes: new Map(), links: new Map(), ...change });
  const labels = (label: string) => ({ type: { labels: { TOPIC: label } } });

  test.each<[Partial<Kind>, string]>([
    [{ german: "" }, "Theme: its description does not start with its German term"],
    [{ description: "ein Thema" }, "Theme: its description does not start with its German term"],
    [{ description: "Thema – " }, "Theme: lacks a description in German"],
    [{ description: "Thema – a topic of the plan" }, "Theme: lacks a description in German"],
    [{ attributes: attribute("title", { description: "" }) }, "Theme.title: lacks a description in German"],
    [{ attributes: attribute("note", { description: "the note" }) }, "Theme.note: lacks a description in German"],
    [{ attributes: attribute("seq", { description: "seqNo" }) }, "Theme.seq: lacks a description in German"],
    [
      { links: new Map([["goals", { description: "Goals of it" } as LinkEnd]]) },
      "Theme.goals: lacks a description in German",
    ],
    [{ attributes: attribute("kind", labels("")) }, "Theme.kind: TOPIC of kind lacks a label in German"],
    [{ attributes: attribute("kind", labels("TOPIC")) }, "Theme.kind: TOPIC of kind lacks a label in German"],
  ])("that says %j", (change, finding) => {
    expect(wordFindingsOf([with_(change)])).toContain(finding);
  });

  test("without data and without a test", () => {
    const kinds = [theme, { ...theme, name: "HazardZone" }];
    expect(seedFindingsOf(kinds, new Set(["Theme"]))).toEqual(["HazardZone: no file in seeds/gera yields one"]);
    expect(testFindingsOf(kinds, ["theme.test.ts"])).toEqual([
      "HazardZone: test/domain/hazard-zone.test.ts is missing",
    ]);
  });

  test("inside an object that it contains", () => {
    const [days] = [...graph.kind("Department").attributes.values()].filter(({ name }) => name === "serviceHours");
    const composite = { attributes: [{ shape: "value", name: "dayOfWeek", ...labels("MONDAY of TOPIC") }] };
    const attributes = new Map([["serviceHours", { ...days, composite } as unknown as Attribute]]);
    expect(wordFindingsOf([with_({ attributes })])).toEqual([
      "Theme.serviceHours: TOPIC of dayOfWeek lacks a label in German",
    ]);
  });
});
