import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import type { Database, Statement } from "../../../src/platform/database/database.js";
import { ServiceUnavailable } from "../../../src/platform/errors.js";
import { decoded } from "../../../src/platform/utf8.js";
import { emptyDatabase, type TestDatabase } from "../../support/database.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await emptyDatabase();
  await own.database.query(sql("CREATE TABLE word (text text UNIQUE)"));
});
afterAll(() => own.close());

const sleep = (seconds: number): Statement => ({
  text: "SELECT 'slept' || pg_sleep($1)::text",
  values: [seconds],
  name: "sleep",
});

const inverse = (value: unknown, name?: string) => ({ text: "SELECT (1 / $1::int)::text", values: [value], name });

describe("jsons", () => {
  test("settles each statement by itself, in order, whether the connection keeps it already or not", async () => {
    const single = databaseOf(createPool(own.url, { size: 1 }));
    const statements = [
      { text: "SELECT 'Ö' || $1", values: ["ß"], name: "letters" },
      inverse(1, "inverse"),
      inverse(0, "inverse"),
      sql("SELECT NULL::text"),
      inverse("nonsense"),
      sql("SELEC 1"),
      sql("SELECT text FROM word WHERE false"),
      sql(""),
      inverse(-1, "inverse"),
    ];
    const expected = ["Öß", "1", "22012", undefined, "22P02", "42601", undefined, undefined, "-1"];
    for (let times = 0; times < 3; times++) expect(await settledOf(single, statements)).toEqual(expected);
    expect(await single.query(sql("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    await single.close();
  });

  test("sends what the connection keeps together: one wait for many", async () => {
    const single = databaseOf(createPool(own.url, { size: 1 }));
    const now = { text: "SELECT transaction_timestamp()::text", values: [], name: "now" };
    const [first] = await settledOf(single, [now]);
    const [second, third, fourth] = await settledOf(single, [now, now, now]);

    expect(second).not.toBe(first);
    expect([third, fourth]).toEqual([second, second]);
    await single.close();
  });

  test("is ServiceUnavailable for all when the connection is lost or one takes too long, and works again", async () => {
    const hasty = databaseOf(createPool(own.url, { size: 1, statementTimeout: 100 }));
    for (const text of ["SELECT pg_sleep(5)::text", "SELECT pg_terminate_backend(pg_backend_pid())::text"])
      await expect(hasty.jsons([sql("SELECT '1'"), sql(text), sql("SELECT '2'")])).rejects.toThrow(ServiceUnavailable);
    expect(await settledOf(hasty, [sql("SELECT '1'"), sql("SELECT '2'")])).toEqual(["1", "2"]);
    await hasty.close();
  });

  test("ends for the server as well when together they take longer than one may, and leaves others their database", async () => {
    const hasty = databaseOf(createPool(own.url, { size: 2, statementTimeout: 500 }));
    await hasty.json(sleep(0));
    await expect(hasty.jsons(Array.from({ length: 8 }, () => sleep(0.4)))).rejects.toThrow(ServiceUnavailable);

    expect(await settledOf(hasty, [sql("SELECT '1'")])).toEqual(["1"]);
    const asleep = sql("SELECT 1 FROM pg_stat_activity WHERE query ~ '^SELECT .slept' AND state = 'active'");
    const since = performance.now();
    while ((await own.database.query(asleep)).length > 0) await after(20);
    // All of them would sleep on for two seconds and more.
    expect(performance.now() - since).toBeLessThan(1_500);
    await hasty.close();
  });

  test("waits no longer in all where statements fail and those behind them are sent again", async () => {
    const hasty = databaseOf(createPool(own.url, { size: 1, statementTimeout: 700 }));
    const failing: Statement = {
      text: "SELECT CASE WHEN pg_sleep($1)::text = '' THEN (1 / length(pg_sleep($1)::text))::text END",
      values: [0.3],
      name: "failing",
    };
    await hasty.json({ ...failing, values: [0] }).catch(() => undefined);
    const begin = performance.now();
    await expect(hasty.jsons(Array.from({ length: 4 }, () => failing))).rejects.toThrow(ServiceUnavailable);
    expect(performance.now() - begin).toBeLessThan(1_500);
    expect(await settledOf(hasty, [sql("SELECT '1'")])).toEqual(["1"]);
    await hasty.close();
  });
});

function sql(text: string): Statement {
  return { text, values: [] };
}

/** The texts that statements yield, and the SQLSTATEs of those that fail. */
const settledOf = async (database: Database, statements: readonly Statement[]) =>
  (await database.jsons(statements)).map((each) =>
    each.status === "rejected"
      ? (each.reason as { code: string }).code
      : each.value === undefined
        ? undefined
        : decoded(each.value),
  );
