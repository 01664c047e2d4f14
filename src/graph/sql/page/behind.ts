import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Place } from "./cursor.js";
import type { OrderKey } from "./order.js";

/** Rows strictly behind a place in the order: equal in the first keys, behind in the next. */
export function behind(place: Place, keys: readonly OrderKey[]): Sql {
  const [first] = keys;
  const walked = keys.length > 1 && place[0] !== null && !first!.gaps && first!.path !== undefined;
  return walked ? alongIndex(place, keys) : anywhere(place, keys);
}

function anywhere(place: Place, keys: readonly OrderKey[]): Sql {
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((each, before) => same(each, place[before]));
    return sql`(${join([...equal, further(key, place[index])], " AND ")})`;
  });
  return sql`(${join(alternatives, " OR ")})`;
}

/**
 * The same where the first key has an index with the id behind it and no gaps: PostgreSQL begins at the cursor and walks. It is
 * said as a comparison of rows and with an unequal, for PostgreSQL takes `a <= x AND a >= y` for a narrow range whatever the
 * values are, and would read and sort all of it.
 */
function alongIndex([value, ...others]: Place, [first, ...rest]: readonly OrderKey[]): Sql {
  const given = valueOf(first!, value);
  const [symbol, digit] = first!.descending ? ["<=", "f"] : [">=", "0"];
  const outermost = raw(`'${"00000000-0000-0000-0000-000000000000".replaceAll("0", digit)}'::uuid`);
  return sql`ROW(${first!.value}, ${rest.at(-1)!.value}) ${raw(symbol)} ROW(${given}, ${outermost})
    AND (${first!.value} <> ${given} OR ${anywhere(others, rest)})`;
}

const valueOf = ({ type }: OrderKey, value: unknown): Sql => sql`${value}::${raw(type.cast)}`;

const same = (key: OrderKey, value: unknown): Sql =>
  value === null ? sql`${key.value} IS NULL` : sql`${key.value} = ${valueOf(key, value)}`;

function further(key: OrderKey, value: unknown): Sql {
  if (value === null) return key.nullsFirst ? sql`${key.value} IS NOT NULL` : sql`FALSE`;
  const beyond = sql`${key.value} ${raw(key.descending ? "<" : ">")} ${valueOf(key, value)}`;
  return key.gaps && !key.nullsFirst ? sql`(${beyond} OR ${key.value} IS NULL)` : beyond;
}
