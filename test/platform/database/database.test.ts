import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import type { Database, Statement } from "../../../src/platform/database/database.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import { ServiceUnavailable } from "../../../src/platform/errors.js";
import { decoded } from "../../../src/platform/utf8.js";
import { emptyDatabase, type TestDatabase } from "../../support/database.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await emptyDatabase();
  await own.database.query(sql("CREATE TABLE word (text text UNIQUE)"));
});
afterAll(() => own.close());

describe("query", () => {
  test("gives times and large numbers as text, in UTC", async () => {
    const [row] = await own.database.query(
      sql(
        "SELECT date '2020-02-29' d, timestamptz '2020-01-01 01:00+01' z, timestamp '2020-01-01 00:00' t, 9007199254740993 i, 1.10 n",
      ),
    );

    expect(row).toEqual({
      d: "2020-02-29",
      z: "2020-01-01 00:00:00+00",
      t: "2020-01-01 00:00:00",
      i: "9007199254740993",
      n: "1.10",
    });
  });

  test("takes values apart from the text, and a name for a plan to keep", async () => {
    const rows = await own.database.query({ text: "SELECT $1::text AS a", values: ["'; --"], name: "echo" });

    expect(rows).toEqual([{ a: "'; --" }]);
  });

  test("lets an error of the statement through as it is", async () => {
    await expect(own.database.query(sql("SELECT 1/0"))).rejects.toMatchObject({ code: "22012" });
  });
});

describe("json", () => {
  test("gives the one text of a statement, whatever its letters, and nothing where there is no row", async () => {
    expect(await textOf(own.database, sql("SELECT 'Öffentlichkeit – ß' AS a"))).toBe("Öffentlichkeit – ß");
    expect(await textOf(own.database, sql("SELECT text FROM word WHERE false"))).toBeUndefined();
  });

  test("takes values of every form, and a name for a plan to keep on each connection", async () => {
    const text = "SELECT concat_ws(' ', $1::text, $2::int, $3::boolean, $4::text[], $5::text)";
    const statement = { text, values: ["'; --", 7, true, ["a", 'b"'], null], name: "forms" };
    const many = Array.from({ length: 12 }, () => textOf(own.database, statement));

    expect(new Set(await Promise.all(many))).toEqual(new Set([`'; -- 7 t {a,"b\\""}`]));
  });

  test("lets an error of the statement through as it is, and the connection goes on, named or not", async () => {
    for (const name of [undefined, "division"]) {
      const failing = textOf(own.database, { text: "SELECT (1 / $1::int)::text", values: [0], name });
      await expect(failing).rejects.toMatchObject({ code: "22012" });
      expect(await textOf(own.database, { text: "SELECT (1 / $1::int)::text", values: [1], name })).toBe("1");
    }
  });

  test("yields nothing for a statement of nothing, and refuses a name that stands for another statement", async () => {
    expect(await textOf(own.database, sql(""))).toBeUndefined();
    const single = databaseOf(createPool(own.url, { size: 1 }));
    expect(await textOf(single, { text: "SELECT 'one'", values: [], name: "same" })).toBe("one");
    await expect(textOf(single, { text: "SELECT 'two'", values: [], name: "same" })).rejects.toThrow(
      "another statement",
    );
    expect(await textOf(single, { text: "SELECT 'one'", values: [], name: "same" })).toBe("one");
    await single.close();
  });

  test("refuses what is no statement as PostgreSQL does, with a name as well", async () => {
    for (const name of [undefined, "nonsense"])
      for (let times = 0; times < 2; times++)
        await expect(textOf(own.database, { text: "SELEC 1", values: [], name })).rejects.toMatchObject({
          code: "42601",
        });
    expect(await textOf(own.database, sql("SELECT 'well'"))).toBe("well");
  });

  test("leaves out what PostgreSQL writes between rows, and nothing of a value", async () => {
    const rows = "(VALUES (E'a, \\n b'), ('ß')) AS r (a)";
    const stored = `'{"x":\n 1}'`;
    const statement = sql(`SELECT json_build_object('rows', json_agg(r), 'kept', ${stored}::json)::text FROM ${rows}`);

    expect(await textOf(own.database, statement)).toBe(`{"rows" : [{"a":"a, \\n b"},{"a":"ß"}], "kept" : {"x":\n 1}}`);
  });

  test("takes what is larger than any piece of the network, and leaves other queries their rows", async () => {
    const single = databaseOf(createPool(own.url, { size: 1 }));
    const [long, next] = await Promise.all([
      textOf(single, sql("SELECT repeat('äöüß€', 300000)")),
      single.query(sql("SELECT 'ä' AS a, NULL AS b")),
    ]);

    expect(long === "äöüß€".repeat(300_000)).toBe(true);
    expect(next).toEqual([{ a: "ä", b: null }]);
    expect(await textOf(single, sql("SELECT NULL::text"))).toBeUndefined();
    expect(await textOf(single, sql("SELECT FROM (VALUES (1)) AS one"))).toBeUndefined();
    await single.close();
  });

  test("reads within a transaction what that has written", async () => {
    const read = await own.database.transaction(async (connection) => {
      await add(connection, "within");
      return textOf(connection, { text: "SELECT text FROM word WHERE text = $1", values: ["within"] });
    });

    expect(read).toBe("within");
  });

  test("is ServiceUnavailable when the connection is lost in the middle, and works again", async () => {
    const lost = textOf(own.database, sql("SELECT pg_terminate_backend(pg_backend_pid())::text"));
    await expect(lost).rejects.toThrow(ServiceUnavailable);
    expect(await textOf(own.database, sql("SELECT 'again'"))).toBe("again");
  });
});

describe("transaction", () => {
  test("keeps all or nothing", async () => {
    await own.database.transaction((connection) => add(connection, "kept"));
    const failing = own.database.transaction(async (connection) => {
      await add(connection, "dropped");
      throw new Error("changed my mind");
    });

    await expect(failing).rejects.toThrow("changed my mind");
    expect(await words()).toContain("kept");
    expect(await words()).not.toContain("dropped");
  });

  test("inside a transaction is a savepoint: a failure within does not spoil what is around it", async () => {
    await own.database.transaction(async (outer) => {
      await add(outer, "outer");
      await expect(outer.transaction((inner) => add(inner, "outer"))).rejects.toMatchObject({ code: "23505" });
      await add(outer, "afterwards");
    });

    expect(await words()).toEqual(expect.arrayContaining(["outer", "afterwards"]));
  });

  test("says so when a failed statement was passed over and PostgreSQL rolled back instead of committing", async () => {
    const careless = own.database.transaction(async (connection) => {
      await connection.query(sql("SELECT 1/0")).catch(() => undefined);
    });

    await expect(careless).rejects.toThrow(/rolled back/);
  });
});

describe("a database that cannot answer", () => {
  test("is ServiceUnavailable with its cause, when the connection is lost in the middle", async () => {
    const failure = await own.database
      .query(sql("SELECT pg_terminate_backend(pg_backend_pid())"))
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ServiceUnavailable);
    expect(failure).toMatchObject({ cause: { code: "57P01" } });
    expect(JSON.stringify(failure)).not.toContain("57P01");
    expect(await own.database.query(sql("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  });

  test("is ServiceUnavailable when a statement takes too long, and the pool recovers", async () => {
    const hasty = databaseOf(createPool(own.url, { size: 1, statementTimeout: 100 }));

    await expect(hasty.query(sql("SELECT pg_sleep(5)"))).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(textOf(hasty, sql("SELECT pg_sleep(5)::text"))).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(await hasty.query(sql("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    await hasty.close();
  });

  test("is ServiceUnavailable when all connections stay in use", async () => {
    const small = databaseOf(createPool(own.url, { size: 1, connectionTimeout: 500 }));

    await small.transaction(async () => {
      await expect(small.query(sql("SELECT 1"))).rejects.toBeInstanceOf(ServiceUnavailable);
    });
    expect(await small.query(sql("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    await small.close();
  });

  test("is ServiceUnavailable when nothing listens", async () => {
    const nowhere = databaseOf(createPool("postgres://nobody@127.0.0.1:1/none", { size: 1 }));

    await expect(nowhere.query(sql("SELECT 1"))).rejects.toBeInstanceOf(ServiceUnavailable);
  });
});

const sql = (text: string) => ({ text, values: [] });

const textOf = async (database: Database, statement: Statement) => {
  const json = await database.json(statement);
  return json === undefined ? undefined : decoded(json);
};

const add = (connection: Database, word: string) =>
  connection.query({ text: "INSERT INTO word VALUES ($1)", values: [word] });

async function words(): Promise<string[]> {
  const rows = await own.database.query<{ text: string }>(sql("SELECT text FROM word"));
  return rows.map((row) => row.text);
}
