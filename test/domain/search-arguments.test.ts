import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { geraWorld } from "../law/world/gera-world.js";
import type { World } from "../law/world/world.js";
import { BUILDING } from "../support/database.js";

let world: World;
beforeAll(async () => {
  world = await geraWorld();
}, BUILDING);
afterAll(() => world.close());

const SEARCH = "query ($text: String!, $first: Int) { search(text: $text, first: $first) { totalCount } }";

test.each([
  ["10,000 characters", "Lusan ".repeat(1667)],
  ["201 characters", "x".repeat(201)],
])("%s are more than a search may have, here and in `matches`", async (_name, text) => {
  const { errors } = await world.resolved(SEARCH, { text });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "text", limit: 200 });
  const filter = "query ($text: String!) { measures(where: { title: { matches: $text } }) { totalCount } }";
  const { errors: refused } = await world.resolved(filter, { text });
  expect(refused?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", attribute: "matches", limit: 200 });
});

test.each([
  ["no character", { text: "" }, "text"],
  ["blanks", { text: "  " }, "text"],
  ["101 hits", { text: "Lusan", first: 101 }, "first"],
  ["fewer than no hit", { text: "Lusan", first: -1 }, "first"],
])("%s are refused with BAD_USER_INPUT", async (_name, variables, attribute) => {
  const { errors } = await world.resolved(SEARCH, variables);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", attribute });
});

test("`matches` finds inflected words in one field, in lists, under links, and beside other conditions", async () => {
  const titles = async (where: string): Promise<string[]> =>
    (await world.planned(`{ measures(where: ${where}, first: 500) { nodes { title } } }`)).data.measures.nodes.map(
      ({ title }: { title: string }) => title,
    );
  expect(await titles(`{ title: { matches: "Straßen" } }`)).toContain(
    "Radwege Zwötzen-Kaimberg und Straße des Friedens",
  );
  for (const word of ["GEneRAtionen", "Generation", "service", "Service.GEneRAtionen"])
    expect([word, await titles(`{ title: { matches: "${word}" } }`)]).toEqual([
      word,
      expect.arrayContaining(["Service.GEneRAtionen"]),
    ]);
  expect(await titles(`{ title: { matches: "strasse radweg" } }`)).toEqual([
    "Radwege Zwötzen-Kaimberg und Straße des Friedens",
  ]);
  expect(await titles(`{ title: { matches: "Bildungscampus", contains: "abschnitt" } }`)).toEqual([
    "Bildungscampus Lusan, Bauabschnitt 1",
    "Bildungscampus Lusan, Bauabschnitt 2",
  ]);
  expect(await titles(`{ spatialUnits: { some: { name: { matches: "lusan" } } } }`)).toContain(
    "Errichtung des Bildungscampus Lusan",
  );
  expect(await titles(`{ title: { matches: "und der" } }`)).toEqual([]);
});
