import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { meanOf, sumOf } from "../graph/figures/decimal.js";
import { geraWorld } from "../law/world/gera-world.js";
import type { World } from "../law/world/world.js";
import { root } from "../rules/planted/house.js";
import { BUILDING } from "../support/database.js";

type Line = Readonly<Record<string, string>>;

const lines = (file: string): Line[] => parse(readFileSync(join(root, "seeds/gera", file), "utf8"), { columns: true });

const grants = lines("funding_grants.csv");
const measures = lines("measures.csv");
const replaced = new Set(grants.flatMap(({ replaces_key, amount_eur }) => (amount_eur ? [replaces_key] : [])));
const known = new Set(grants.flatMap(({ key, amount_eur }) => (amount_eur ? [key] : [])));

/** What each file says of itself: neither replaced by one, nor part of one, whose amount is known. */
const once = grants.filter(({ key, part_of_key }) => !replaced.has(key) && !known.has(part_of_key));
const amounts = (some: readonly Line[]): string[] => some.flatMap(({ amount_eur }) => amount_eur || []);

let world: World;
beforeAll(async () => {
  world = await geraWorld();
}, BUILDING);
afterAll(() => world.close());

describe("sums over grants", () => {
  test("count what another replaces, and what is part of another, once; all of it with repeated: true", async () => {
    const { data } = await world.planned(`{ fundingGrants { totalCount aggregate { count
      sum { amountEur } avg { amountEur } all: sum(repeated: true) { amountEur } mean: avg(repeated: true) { amountEur } once: sum(repeated: false) { amountEur } } } }`);
    expect(once.length).toBeLessThan(grants.length - 5);
    const sum = { amountEur: sumOf(amounts(once)) };
    expect(data.fundingGrants.aggregate).toEqual({
      count: grants.length,
      sum,
      once: sum,
      avg: { amountEur: meanOf(amounts(once)) },
      all: { amountEur: sumOf(amounts(grants)) },
      mean: { amountEur: meanOf(amounts(grants)) },
    });
  });

  test("keep the part of a whole of which no amount is known", async () => {
    const part = grants.find(({ key }) => key === "smartcity-modellprojekt--mpsc-2")!;
    expect(known.has(part.part_of_key)).toBe(false);
    const { data } = await world.planned(
      `{ measure(key: "smartcity-modellprojekt") { grants(where: { programme: { key: { eq: "mpsc" } } }) { aggregate { sum { amountEur } } } } }`,
    );
    expect(data.measure.grants.aggregate.sum.amountEur).toBe(part.amount_eur);
  });

  test.each([
    ["replaces_id", "1000", "80"],
    ["part_of_id", "1000", "1000"],
  ])("by %s over one whose amount is not known count the chain once", async (link, first, expected) => {
    const insert = (key: string, amount: string | null, near: string | null) =>
      world.database.query({
        text: `INSERT INTO funding_grant (key, stage, amount_eur, measure_id, programme_id, ${link})
          SELECT $1, 'PROMISED', $2, m.id, p.id, (SELECT id FROM funding_grant WHERE key = $3)
          FROM (SELECT id FROM measure ORDER BY id LIMIT 1) AS m, (SELECT id FROM funding_programme ORDER BY id LIMIT 1) AS p`,
        values: [key, amount, near],
      });
    await insert("chain-1", first, null);
    await insert("chain-2", null, "chain-1");
    await insert("chain-3", "80", "chain-2");
    const { data } = await world.planned(
      `{ fundingGrants(where: { key: { startsWith: "chain-" } }) { aggregate { sum { amountEur } all: sum(repeated: true) { amountEur } } } }`,
    );
    await world.database.query({ text: "DELETE FROM funding_grant WHERE key LIKE 'chain-%'", values: [] });
    expect(data.fundingGrants.aggregate).toEqual({ sum: { amountEur: expected }, all: { amountEur: "1080" } });
  });

  test.each([
    ["PROGRAMME", "programme { key }", "programme", "programme_key"],
    ["MEASURE", "measure { key }", "measure", "measure_key"],
    ["YEAR", "year", "year", "year"],
  ])("grouped by %s add up to their total", async (by, keys, key, column) => {
    const { data } = await world.planned(
      `{ fundingGrants { groups(by: [${by}]) { keys { ${keys} } count sum { amountEur } all: sum(repeated: true) { amountEur } } } }`,
    );
    const of = (some: readonly Line[], name: string): string | null =>
      sumOf(amounts(some.filter((line) => line[column] === name)));
    expect(data.fundingGrants.groups).toHaveLength(new Set(grants.map((line) => line[column])).size);
    for (const { keys: found, count, sum, all } of data.fundingGrants.groups) {
      const name = String(found[key]?.key ?? found[key] ?? "");
      expect({ name, count, sum: sum.amountEur, all: all.amountEur }).toEqual({
        name,
        count: grants.filter((line) => line[column] === name).length,
        sum: of(once, name),
        all: of(grants, name),
      });
    }
  });

  test("under a programme and a measure hold only theirs", async () => {
    const { data } = await world.planned(`{
      fundingProgrammes(first: 500) { nodes { key grants { aggregate { sum { amountEur } } } } }
      measures(first: 500, where: { grants: { count: { gt: 0 } } }) { nodes { key grants { aggregate { sum { amountEur } } } } } }`);
    const of = (column: string, key: string): string | null =>
      sumOf(amounts(once.filter((line) => line[column] === key)));
    for (const { key, grants: list } of data.fundingProgrammes.nodes)
      expect([key, list.aggregate.sum.amountEur]).toEqual([key, of("programme_key", key)]);
    for (const { key, grants: list } of data.measures.nodes)
      expect([key, list.aggregate.sum.amountEur]).toEqual([key, of("measure_key", key)]);
  });
});

describe("nodes are filtered by how many they are linked to", () => {
  const split = (cell: string): string[] => cell.split(";").map((each) => each.trim());
  const keysOf = (nodes: { key: string }[]): string[] => nodes.map(({ key }) => key).sort();

  test("measures by their grants", async () => {
    for (const [count, holds] of [
      ["gt: 1", (n: number) => n > 1],
      ["eq: 0", (n: number) => n === 0],
      ["between: { from: 1, to: 2 }", (n: number) => n === 1 || n === 2],
    ] as const) {
      const { data } = await world.planned(
        `{ measures(first: 500, where: { grants: { count: { ${count} } } }) { nodes { key } } }`,
      );
      const expected = measures.filter(({ key }) =>
        holds(grants.filter(({ measure_key }) => measure_key === key).length),
      );
      expect(keysOf(data.measures.nodes)).toEqual(expected.map(({ key }) => key).sort());
    }
  });

  test("measures by the sum of their grants, which counts nothing twice", async () => {
    const { data } = await world.planned(`{
      rich: measures(first: 500, where: { grants: { sum: { amountEur: { gt: "1000000" } }, of: { stage: { ne: APPLIED } } } }) { nodes { key } }
      measures(first: 500) { nodes { key grants(where: { stage: { ne: APPLIED } }) { aggregate { sum { amountEur } } } } } }`);
    const expected = data.measures.nodes.filter(
      ({ grants: { aggregate } }: { grants: { aggregate: { sum: { amountEur: string | null } } } }) =>
        Number(aggregate.sum.amountEur) > 1_000_000,
    );
    expect(expected.length).toBeGreaterThan(1);
    expect(keysOf(data.rich.nodes)).toEqual(keysOf(expected));
  });

  test("spatial units by their measures", async () => {
    const { data } = await world.planned(
      "{ spatialUnits(where: { measures: { count: { gt: 3 } } }) { nodes { key } } }",
    );
    const units = measures.flatMap(({ district_keys }) => [...new Set(split(district_keys!))]).filter(Boolean);
    const expected = [...new Set(units)].filter((unit) => units.filter((each) => each === unit).length > 3);
    expect(expected.length).toBeGreaterThan(1);
    expect(keysOf(data.spatialUnits.nodes)).toEqual(expected.sort());
  });

  test("themes by the measures that any assignment links, each once", async () => {
    const { data } = await world.planned(`{
      many: themes(first: 500, where: { measures: { count: { gt: 1 } } }) { nodes { key } }
      themes(first: 500) { nodes { key measures { totalCount } } } }`);
    const expected = data.themes.nodes.filter(
      ({ measures: { totalCount } }: { measures: { totalCount: number } }) => totalCount > 1,
    );
    expect(expected.length).toBeGreaterThan(1);
    expect(keysOf(data.many.nodes)).toEqual(keysOf(expected));
  });
});
