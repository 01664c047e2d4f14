import sql, { type Sql } from "sql-template-tag";
import { behind } from "./behind.js";
import type { Place } from "./cursor.js";
import { orderBy, type OrderKey } from "./order.js";

/** Rows that follow each other in a list. */
export interface Stretch {
  readonly condition: Sql;
  readonly order: Sql;
}

/** Rows that pass a filter, as a page reads them: in the order of these keys, from a place on or from the beginning. */
export interface Walk {
  readonly filter: Sql;
  readonly keys: readonly OrderKey[];
  readonly place?: Place;
}

/** The rows of a walk as one stretch. */
export const whole = ({ filter, keys, place }: Walk): Stretch => ({
  condition: place ? sql`${filter} AND ${behind(place, keys)}` : filter,
  order: orderBy(keys),
});

/**
 * The same rows in stretches that an index yields as they are. An index has empty values at one end only; where the order wants
 * them at the other, or begins at a cursor, those with a value and those without are two stretches.
 */
export function stretchesOf(walk: Walk): Stretch[] {
  const { keys, place } = walk;
  const [first] = keys as [OrderKey, ...OrderKey[]];
  const native = first.descending === first.nullsFirst && !place;
  if (!first.gaps || !first.path || native) return [whole(walk)];
  const two = [valued(walk, first), empty(walk, first)];
  return (first.nullsFirst ? two.reverse() : two).filter((stretch) => stretch !== undefined);
}

/** Those with a value in the first key: none where a place without one lies behind them all. */
function valued({ filter, keys, place }: Walk, first: OrderKey): Stretch | undefined {
  const within = {
    filter: sql`${filter} AND ${first.value} IS NOT NULL`,
    keys: [{ ...first, gaps: false }, ...keys.slice(1)],
  };
  if (place?.[0] !== null) return whole({ ...within, place });
  return first.nullsFirst ? whole(within) : undefined;
}

/** Those without, in the order of the other keys. */
function empty({ filter, keys, place }: Walk, first: OrderKey): Stretch | undefined {
  const within = { filter: sql`${filter} AND ${first.value} IS NULL`, keys: keys.slice(1) };
  if (!place) return whole(within);
  if (place[0] === null) return whole({ ...within, place: place.slice(1) });
  return first.nullsFirst ? undefined : whole(within);
}
