import fc from "fast-check";
import type { Database } from "../../../src/platform/database/database.js";
import { insert } from "../../support/rows.js";

/** A department of a made-up city: above and after it stand others, by their place in the list. */
export interface Office {
  readonly parent: number | null;
  readonly successor: number | null;
}

const MOST = 9;

/** Random cities: trees, some of their departments reorganised, perhaps into one of another tree or into one of their own. */
export const cities: fc.Arbitrary<readonly Office[]> = fc
  .array(fc.tuple(fc.option(fc.nat(MOST)), fc.option(fc.nat(MOST), { freq: 1 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 2,
    maxLength: MOST,
  })
  .map((drawn) =>
    drawn.map(([above, after, luck], index) => ({
      // Neither goes round in a circle for itself, as the database demands; together they may.
      parent: above !== null && above < index ? above : null,
      successor: luck === 0 && after !== null && after > index && after < drawn.length ? after : null,
    })),
  );

/** The places of all departments that belong to someone who is named these: told upwards from each, not as SQL looks for them. */
export function ownAmong(city: readonly Office[], named: readonly number[]): Set<number> {
  const present = (place: number): number => {
    const { successor } = city[place]!;
    return successor === null ? place : present(successor);
  };
  const ends = new Set(named.map(present));
  const belongs = (start: number): boolean => {
    const passed = new Set<number>();
    for (let place: number | null = start; place !== null && !passed.has(place);) {
      if (ends.has(place)) return true;
      passed.add(place);
      place = city[place]!.successor ?? city[place]!.parent;
    }
    return false;
  };
  return new Set([...city.keys()].filter(belongs));
}

/** Writes a city down; gives the UUIDs. Keys begin with its name. */
export async function found(database: Database, name: string, city: readonly Office[]): Promise<string[]> {
  const rows = city.map((_, index) => ({ key: keyIn(name, index), name: `Amt ${index}`, kind: "OFFICE" }));
  const ids = await insert(database, "department", rows);
  const links = city.map(({ parent, successor }, index) => [ids[index]!, at(ids, parent), at(ids, successor)]);
  await database.query({
    text: `UPDATE department AS d SET parent_id = (g.link->>1)::uuid, successor_id = (g.link->>2)::uuid
      FROM jsonb_array_elements($1::jsonb) AS g(link) WHERE d.id = (g.link->>0)::uuid`,
    values: [JSON.stringify(links)],
  });
  return ids;
}

/** The key of one of a city's departments. */
export const keyIn = (name: string, place: number): string => `${name}-amt-${place}`;

const at = (ids: readonly string[], place: number | null): string | null => (place === null ? null : ids[place]!);
