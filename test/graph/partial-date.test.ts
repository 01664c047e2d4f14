import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import sql, { join, raw } from "sql-template-tag";
import { ofPartialDate } from "../../src/graph/sql/filter/partial-date.js";
import { isPartialDate } from "../../src/graph/types/calendar.js";
import { type TestDatabase, testDatabase } from "../support/database.js";

let made: TestDatabase;

beforeAll(async () => {
  made = await testDatabase();
});
afterAll(() => made.close());

const digits = (least: number, most: number, width: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(width, "0"));
const anyDate = fc
  .tuple(
    digits(0, 10_000, 4),
    fc.option(digits(0, 13, 2), { nil: undefined }),
    fc.option(digits(0, 32, 2), { nil: undefined }),
  )
  .map(([year, month, day]) => [year, month, month && day].filter(Boolean).join("-"));

/** Every day that a date can mean, by the calendar of JavaScript. */
function daysOf(date: string): [string, string] {
  const [year, month, day] = date.split("-").map(Number) as [number, number?, number?];
  const first = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  const last = day ? first : new Date(Date.UTC(month ? year : year + 1, month ?? 0, 0));
  return [first.toISOString().slice(0, 10), last.toISOString().slice(0, 10)];
}

test("the program and the database agree on what a partial date is and which days it means", async () => {
  const dates = fc.sample(anyDate, { numRuns: 3000, seed: 2018 });
  const text = `SELECT d AS date, is_partial_date(d) AS valid,
    CASE WHEN is_partial_date(d) THEN earliest_day(d)::text END AS first, CASE WHEN is_partial_date(d) THEN latest_day(d)::text END AS last
    FROM unnest($1::text[]) AS d`;
  const rows = await made.database.query<{ date: string; valid: boolean; first: string | null; last: string | null }>({
    text,
    values: [dates],
  });
  expect(rows.filter(({ valid }) => valid).length).toBeGreaterThan(500);
  for (const { date, valid, first, last } of rows) {
    expect({ date, valid }).toEqual({ date, valid: isPartialDate(date) });
    if (valid) expect([date, first, last]).toEqual([date, ...daysOf(date)]);
  }
});

/** Every month's ends and middle, leap years and centuries among the years. */
const CLOSE = ["1899", "1900", "2023", "2024"].flatMap((year) => [
  year,
  ...Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`).flatMap((month) => [
    month,
    ...["01", "12", "28", "29", "30", "31"].map((day) => `${month}-${day}`).filter(isPartialDate),
  ]),
]);

/** What the operators mean, by the days that the dates can mean. */
const MEANT = {
  lt: "latest_day(v) < earliest_day(d)",
  lte: "latest_day(v) <= latest_day(d)",
  gt: "earliest_day(v) > latest_day(d)",
  gte: "earliest_day(v) >= earliest_day(d)",
};

test.each(Object.entries(MEANT))(
  "%s holds for the days that two dates can mean, written as a comparison of texts",
  async (operator, meant) => {
    const value = sql`v COLLATE "C"`;
    const comparisons = CLOSE.map(
      (
        date,
      ) => sql`SELECT ${date}::text AS d, v, ${raw(meant.replaceAll("d)", "d0)"))} AS meant, ${ofPartialDate(value, operator, date)} AS found
    FROM unnest(${CLOSE}::text[]) AS v, (SELECT ${date}::text AS d0) AS other`,
    );
    const { text, values } = sql`SELECT d, v, meant, found FROM (${join(comparisons, " UNION ALL ")}) AS each`;

    const rows = await made.database.query<{ d: string; v: string; meant: boolean; found: boolean }>({ text, values });

    expect(rows).toHaveLength(CLOSE.length ** 2);
    expect(rows.filter((row) => row.meant).length).toBeGreaterThan(rows.length / 3);
    expect(rows.filter((row) => row.meant !== row.found)).toEqual([]);
  },
);
