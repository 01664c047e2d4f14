import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { searchedKinds } from "../../src/graph/search/search.sql.js";
import { geraWorld } from "../law/world/gera-world.js";
import type { World } from "../law/world/world.js";
import { BUILDING } from "../support/database.js";

let world: World;
beforeAll(async () => {
  world = await geraWorld();
}, BUILDING);
afterAll(() => world.close());

interface Hit {
  readonly score: number;
  readonly snippet: string;
  readonly node: { readonly __typename: string; readonly key: string; readonly label: string };
}

const SEARCH = `query ($text: String!, $kinds: [Kind!], $first: Int = 100) { search(text: $text, kinds: $kinds, first: $first) {
  totalCount hits { score snippet node { __typename key label } } } }`;

async function search(text: string, more: Record<string, unknown> = {}): Promise<Hit[]> {
  const { data } = await world.planned(SEARCH, { text, ...more });
  const { totalCount, hits } = data.search;
  if (!("first" in more) && totalCount <= 100) expect(hits).toHaveLength(totalCount);
  return hits;
}

const keysOf = (hits: readonly Hit[]): string[] => hits.map(({ node: { key } }) => key).sort();
const labelsOf = (hits: readonly Hit[]): string[] => hits.map(({ node: { label } }) => label);

describe("a word is found", () => {
  test.each([
    ["Bürgerbeteiligung", ["Burgerbeteiligung", "Buergerbeteiligung", "BÜRGERBETEILIGUNG", "bürgerbeteiligung"]],
    ["Straße", ["Strasse", "strasse", "STRASSE", "straße"]],
    ["Generationen", ["GEneRAtionen", "generationen", "Generation"]],
    ["Jugendhaus", ["JUGENDHAUS", "jugendhaus"]],
    ["Lusan", ["lusan", "LUSAN"]],
  ])("%s, however its umlauts and letters are written", async (word, spellings) => {
    const found = keysOf(await search(word));
    expect(found.length).toBeGreaterThan(1);
    for (const spelling of spellings) expect([spelling, keysOf(await search(spelling))]).toEqual([spelling, found]);
  });

  test("inside longer words, by its beginning and by its end", async () => {
    const whole = keysOf(await search("Bürgerbeteiligung"));
    for (const part of ["beteiligung", "beteilig", "Bürgerbeteil"])
      expect(keysOf(await search(part))).toEqual(expect.arrayContaining(whole));
    expect(labelsOf(await search("straße"))).toContain("Kita-Neubau Wiesestraße (SOS-Kinderdorf)");
    expect(labelsOf(await search("generationen"))).toContain("Mehrgenerationenhaus Bieblach-Ost");
  });

  test.each([
    ["Städtebau", "Staedtebau", "Städtebauförderung"],
    ["Förderhöchst", "Foerderhoechst", "Förderung Inklusion in der Erwachsenenbildung"],
    ["Zwötzn", "Zwoetzn", "Zwötzen"],
  ])("%s, in part or nearly, also as %s", async (part, spelled, label) => {
    expect(labelsOf(await search(part))).toContain(label);
    expect(labelsOf(await search(spelled))).toEqual(expect.arrayContaining(labelsOf(await search(part))));
  });

  test("in other forms, and with a typing error", async () => {
    expect(labelsOf(await search("Jugendhäuser"))).toContain("JUGENDHAUS Gera");
    expect(labelsOf(await search("Straßen"))).toContain("Radwege Zwötzen-Kaimberg und Straße des Friedens");
    expect(labelsOf(await search("Bürgerbeteiligng"))).toContain("Erarbeitung mit Bürgerbeteiligung");
    expect(labelsOf(await search("Lussan"))[0]).toBe("Lusan");
  });

  test("with a point inside, as a whole and in its parts", async () => {
    expect(labelsOf(await search("Service.GEneRAtionen")).slice(0, 2)).toEqual(
      Array<string>(2).fill("Service.GEneRAtionen"),
    );
    expect(labelsOf(await search("GEneRAtionen"))).toContain("Dialog der Generationen");
    expect(labelsOf(await search("5.5.1"))).toContain(
      "Kriterien für öffentliche Freiräume mit Jugendlichen festhalten",
    );
  });
});

describe("hits", () => {
  test("come best first: what is called exactly that, what begins so, what speaks of it", async () => {
    for (const text of ["Lusan", "JUGENDHAUS Gera", "Dialog der Generationen"]) {
      const hits = await search(text);
      expect(hits[0]!.node.label).toBe(text);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    }
    const labels = labelsOf(await search("Lusan"));
    expect(labels.indexOf("Lusan-Zentrum")).toBeLessThan(labels.indexOf("Errichtung des Bildungscampus Lusan"));
  });

  test.each([
    ["Grün", "Amt für Stadtgrün", "Grundsatzbeschluss"],
    ["haus", "Hochwasserschäden und -schutz am Otto-Dix-Haus", "Haushaltsvolumen"],
    ["Jugend", "Dezernat Jugend und Soziales", "Beteiligung von Kindern und Jugendlichen"],
  ])("of %s: the word as it is written before what only begins or sounds so", async (text, sooner, later) => {
    const labels = labelsOf(await search(text));
    expect(labels).toEqual(expect.arrayContaining([sooner, later]));
    expect(labels.indexOf(sooner)).toBeLessThan(labels.indexOf(later));
  });

  test("are few of many, where so many were asked for; twenty, where nothing was said", async () => {
    const all = await search("Gera");
    expect((await search("Gera", { first: 3 })).map(({ node }) => node.key)).toEqual(
      all.slice(0, 3).map(({ node }) => node.key),
    );
    expect(await search("Gera", { first: 0 })).toEqual([]);
    const { data } = await world.planned(`{ search(text: "Gera") { totalCount nodes { key } } }`);
    expect(data.search.nodes).toEqual(all.slice(0, 20).map(({ node: { key } }) => ({ key })));
    expect(data.search.totalCount).toBeGreaterThanOrEqual(all.length);
  });

  test("are of the kinds that were asked for", async () => {
    const kinds = (hits: readonly Hit[]): string[] => [...new Set(hits.map(({ node }) => node.__typename))].sort();
    const all = await search("Lusan");
    expect(kinds(all).length).toBeGreaterThan(3);
    const some = await search("Lusan", { kinds: ["SPATIAL_UNIT", "MEASURE"] });
    expect(kinds(some)).toEqual(["Measure", "SpatialUnit"]);
    expect(keysOf(some)).toEqual(
      keysOf(all.filter(({ node }) => ["Measure", "SpatialUnit"].includes(node.__typename))),
    );
  });

  test("show where, safe for HTML", async () => {
    const title = `Platz & <script>alert("Kornmarkt")</script> <img src=x onerror=alert(1)> Kornmarkt`;
    await world.database.query({
      text: "INSERT INTO body (key, name, kind) VALUES ('evil', $1, 'COUNCIL')",
      values: [title],
    });
    const [hit] = await search("Kornmarkt", { kinds: ["BODY"] });
    await world.database.query({ text: "DELETE FROM body WHERE key = 'evil'", values: [] });
    expect(hit!.node.label).toBe(title);
    expect(hit!.snippet).toContain("<mark>Kornmarkt</mark>");
    expect(hit!.snippet.replaceAll(/<\/?mark>/g, "")).not.toMatch(/[<>]/);
    expect(hit!.snippet).toContain("&lt;");
  });
});

test("a word that was found by a part of it is marked as a whole, far behind the beginning too, and signs stay what they are", async () => {
  const name = `${"Amt & Rat ".repeat(40)}zur GROẞEN Straßenbahnförderung ${"Amt &amp; Rat ".repeat(40)}`;
  const text = "INSERT INTO body (key, name, kind) VALUES ('bahn', $1, 'COUNCIL')";
  await world.database.query({ text, values: [name] });
  const snippets: string[] = [];
  for (const each of ["bahnfoerder", "strassenb bahnförd", "amp"]) {
    const hits = await search(each, { kinds: ["BODY"] });
    snippets.push(hits.find(({ node }) => node.key === "bahn")!.snippet);
  }
  const [spelled, several, sign] = snippets;
  await world.database.query({ text: "DELETE FROM body WHERE key = 'bahn'", values: [] });
  for (const snippet of [spelled!, several!]) {
    expect(snippet).toContain("<mark>Straßenbahnförderung</mark>");
    expect(snippet.length).toBeLessThan(350);
  }
  expect(sign).not.toContain("&<mark>");
});

test.each(["und der", "&", "%", "_", "„und“", "der die das"])(
  "%s holds no word to search for: an empty answer",
  async (text) => {
    expect(await search(text, { kinds: ["MEASURE", "THEME"] })).toEqual([]);
  },
);

describe("the search follows the rows", () => {
  const run = (text: string) => world.database.query<{ count: string }>({ text, values: [] });
  const found = async (text: string): Promise<string[]> => keysOf(await search(text));

  test("there is one document for every row of every searchable kind, from the start", async () => {
    for (const { name, table } of searchedKinds({ graph: world.graph })) {
      const [rows] = await run(`SELECT count(*) FROM "${table}"`);
      const [documents] = await run(
        `SELECT count(*) FROM search_document AS d JOIN "${table}" AS t ON t.id = d.node_id WHERE d.kind = '${name}'`,
      );
      expect([name, documents!.count]).toEqual([name, rows!.count]);
    }
  });

  test("when plain SQL inserts, updates and deletes them, one and many", async () => {
    await run(
      "INSERT INTO theme (key, title, kind) VALUES ('q1', 'Quastenflosser', 'TOPIC'), ('q2', 'Quastenflosser zwei', 'TOPIC')",
    );
    expect(await found("Quastenflosser")).toEqual(["q1", "q2"]);
    await run("UPDATE theme SET title = 'Nacktmull', note = 'früher Quastenflosser' WHERE key = 'q1'");
    expect(await found("Nacktmull")).toEqual(["q1"]);
    expect(await found("Quastenflosser")).toEqual(["q1", "q2"]);
    await run(
      "UPDATE theme SET title = replace(title, 'Quastenflosser', 'Axolotl'), note = NULL WHERE key IN ('q1', 'q2')",
    );
    expect(await found("Quastenflosser")).toEqual([]);
    expect(await found("Axolotl")).toEqual(["q2"]);
    await run("DELETE FROM theme WHERE key IN ('q1', 'q2')");
    expect([...(await found("Axolotl")), ...(await found("Nacktmull"))]).toEqual([]);
    expect(
      (
        await run(
          "SELECT count(*) FROM search_document AS d WHERE NOT EXISTS (SELECT FROM node AS n WHERE n.id = d.node_id)",
        )
      )[0]!.count,
    ).toBe("0");
  });

  test("and not when the change is taken back", async () => {
    const failed = world.database.transaction(async (transaction) => {
      await transaction.query({
        text: "INSERT INTO theme (key, title, kind) VALUES ('q3', 'Quokka', 'TOPIC')",
        values: [],
      });
      throw new Error("taken back");
    });
    await expect(failed).rejects.toThrow("taken back");
    expect(await found("Quokka")).toEqual([]);
  });
});
