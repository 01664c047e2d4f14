import sql, { type Sql } from "sql-template-tag";
import { isDay } from "../../types/calendar.js";
import { converted } from "../slot.js";

/**
 * A partial date is compared by all the days it can mean: `lt` holds when every one of them is before, `gte` when none
 * is before the first day of the other. `eq` asks for the same date in the same precision.
 *
 * This is written as a comparison of texts, which an index of the column answers. In the order of its collation "C" `2024` comes before `2024-05`
 * and that before `2024-05-01`: a date stands at its first day. Its last day lies elsewhere only if it is a part of the other date:
 * before `2024-05-17` is whatever stands there, but for `2024-05` and `2024`, which go on behind it.
 */
export function ofPartialDate(value: Sql, operator: string, date: unknown): Sql {
  const without = (convert: (date: string) => string): Sql =>
    sql`${value} <> ALL(${converted(date, (given: string) => partsOf(convert(given)))}::text[])`;
  if (operator === "eq") return sql`${value} = ${date}`;
  if (operator === "ne") return sql`${value} IS DISTINCT FROM ${date}`;
  const bound = boundOfPartialDate(operator, date);
  if (operator === "lt") return sql`(${value} < ${bound} AND ${without(byItsFirst)})`;
  if (operator === "lte") return sql`(${value} <= ${bound} AND ${without(byItsLast)})`;
  return operator === "gt" ? sql`${value} > ${bound}` : sql`${value} >= ${bound}`;
}

/** The text that `lt`, `lte`, `gt` and `gte` compare the column with. */
export function boundOfPartialDate(operator: string, date: unknown): Sql {
  const made = (convert: (date: string) => unknown): Sql => sql`${converted(date, convert)}::text COLLATE "C"`;
  if (operator === "lte") return made((given) => endOf(byItsLast(given)));
  return made(operator === "gt" ? endOf : byItsFirst);
}

/** The shortest date with the same first day: `2024-05-01` is `2024-05`, `2024-01` is `2024`. */
const byItsFirst = (date: string): string => date.replace(/(-01)+$/, "");

/** The shortest date with the same last day: `2024-05-31` is `2024-05`, `2024-12` is `2024`. */
function byItsLast(date: string): string {
  const month = date.slice(0, 7);
  const ends = date.length < 10 || !isDay(`${month}-${String(Number(date.slice(8)) + 1).padStart(2, "0")}`);
  return ends ? month.replace(/-12$/, "") : date;
}

/** What stands behind every date inside this one, and before all others. */
const endOf = (date: string): string => (date.length < 10 ? `${date}~` : date);

/** The dates that this one is a part of. */
const partsOf = (date: string): string[] =>
  [4, 7].filter((length) => length < date.length).map((length) => date.slice(0, length));
