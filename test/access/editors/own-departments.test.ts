import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type TestDatabase, testDatabase } from "../../support/database.js";
import { cities, found, keyIn, type Office, ownAmong } from "./offices.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await testDatabase();
});
afterAll(() => own.close());

let counter = 0;

/** The places of the departments that PostgreSQL takes for someone's own. */
async function ownBySql(city: readonly Office[], named: readonly number[]): Promise<Set<number>> {
  const name = `c${++counter}`;
  const ids = await found(own.database, name, city);
  const [row] = await own.database.query<{ own: string[] }>({
    text: "SELECT own_departments($1::text[])::text[] AS own",
    values: [named.map((place) => keyIn(name, place))],
  });
  return new Set(row!.own.map((id) => ids.indexOf(id)));
}

const office = (parent: number | null = null, successor: number | null = null): Office => ({ parent, successor });

describe("to someone who is named a department belongs", () => {
  test.each<[string, readonly Office[], readonly number[], readonly number[]]>([
    ["nothing without a name", [office()], [], []],
    [
      "it and all below it, but nothing above or beside it",
      [office(), office(0), office(1), office(2), office(0)],
      [1],
      [1, 2, 3],
    ],
    ["what it was before, with all that stood below that", [office(null, 2), office(0), office()], [2], [0, 1, 2]],
    ["what it has become, when the name is an old one", [office(null, 1), office(), office(1)], [0], [0, 1, 2]],
    ["what was merged with it", [office(null, 2), office(null, 2), office()], [0], [0, 1, 2]],
    ["no more what stood below it and moved elsewhere", [office(), office(0, 3), office(), office(2)], [0], [0]],
    [
      "what moved to it from elsewhere, but not its old place",
      [office(), office(0, 3), office(), office(2)],
      [2],
      [1, 2, 3],
    ],
    ["what followed it, even if that stood below it before", [office(null, 1), office(0)], [0], [0, 1]],
  ])("%s", async (_what, city, named, expected) => {
    expect([...(await ownBySql(city, named))].sort()).toEqual(expected);
    expect([...ownAmong(city, named)].sort()).toEqual(expected);
  });

  test("in random cities exactly what answers to it, however it was reorganised", async () => {
    const property = fc.asyncProperty(cities, fc.uniqueArray(fc.nat(8), { maxLength: 2 }), async (city, drawn) => {
      const named = drawn.filter((place) => place < city.length);
      expect(await ownBySql(city, named)).toEqual(ownAmong(city, named));
    });
    await expect(fc.assert(property, { numRuns: 300, seed: 11 })).resolves.toBeUndefined();
  });
});
