import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { migrate } from "../../../src/platform/database/migrate.js";
import { migrationState, requireCurrent } from "../../../src/platform/database/migration-state.js";
import { migrations, migrationTimes, timestampOf } from "../../../src/platform/database/migrations.js";
import { createLog } from "../../../src/platform/log.js";
import { emptyDatabase, testDatabase, type TestDatabase } from "../../support/database.js";

class First1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE first (id int)");
  }
  async down(): Promise<void> {}
}

class Second1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE second (id int)");
  }
  async down(): Promise<void> {}
}

/** Departments of one town: PostgreSQL thinks the second index as good as the first for finding one of them, and takes the newer. */
class OneTown1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE TABLE third (id int CONSTRAINT third_key PRIMARY KEY, town text, note text)");
    await runner.query("CREATE INDEX third_town ON third (town, id)");
    await runner.query("INSERT INTO third SELECT n, 'Gera', repeat('.', 1000) FROM generate_series(1, 60) AS n");
    await runner.query("ANALYZE third");
  }
  async down(): Promise<void> {}
}

const log = createLog({ logLevel: "silent" });
const code = [First1700000000000, Second1700000000001];

let own: TestDatabase;
beforeEach(async () => {
  own = await emptyDatabase();
});
afterEach(() => own.close());

/** How PostgreSQL would find a row by its id. */
async function waysToOneOf(table: string): Promise<string> {
  const rows = await own.database.query<{ "QUERY PLAN": string }>({
    text: `EXPLAIN SELECT * FROM ${table} WHERE id = 50`,
    values: [],
  });
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const indexesOf = (table: string): Promise<unknown[]> =>
  own.database.query({
    text: "SELECT indexrelid FROM pg_index WHERE indrelid = to_regclass($1) ORDER BY 1",
    values: [table],
  });

/** Interrupts the making of a primary key while it waits for somebody who writes to the table. */
async function leaveBehind(table: string, key: string): Promise<void> {
  const client = new pg.Client({ connectionString: own.url, statement_timeout: 300 });
  await client.connect();
  await own.database.transaction(async (writing) => {
    await writing.query({ text: `LOCK TABLE ${table} IN ROW EXCLUSIVE MODE`, values: [] });
    await expect(client.query(`REINDEX INDEX CONCURRENTLY ${key}`)).rejects.toThrow(/statement timeout/);
  });
  await client.end();
}

describe("migrate", () => {
  test("runs what is missing, and nothing when asked again", async () => {
    expect(await migrate(own.url, log, code.slice(0, 1))).toEqual(["First1700000000000"]);
    expect(await migrate(own.url, log, code)).toEqual(["Second1700000000001"]);
    expect(await migrate(own.url, log, code)).toEqual([]);
  });

  test("runs each migration once when two processes start at the same time", async () => {
    const ran = await Promise.all([migrate(own.url, log, code), migrate(own.url, log, code)]);

    expect(ran.flat()).toEqual(["First1700000000000", "Second1700000000001"]);
  });

  test("refuses a database that a newer version has migrated", async () => {
    await migrate(own.url, log, code);

    await expect(migrate(own.url, log, code.slice(0, 1))).rejects.toThrow(
      /migrated by a newer version .* than this one/,
    );
  });

  test("leaves the primary key the newest index, so that rows are found by it", async () => {
    await migrate(own.url, log, [OneTown1700000000002]);

    expect(await waysToOneOf("third")).toContain("third_key");
    const before = await indexesOf("third");
    await migrate(own.url, log, [OneTown1700000000002]);
    expect(await indexesOf("third")).toEqual(before);
  });

  test("does not wait long for a transaction that stands in the way, and leaves nothing half made", async () => {
    await own.database.transaction(async (reading) => {
      await reading.query({ text: "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", values: [] });
      await reading.query({ text: "SELECT 1", values: [] });

      expect(await migrate(own.url, log, [OneTown1700000000002])).toEqual(["OneTown1700000000002"]);
    });
    expect(await indexesOf("third")).toHaveLength(2);
    expect(await waysToOneOf("third")).toContain("third_town");

    await migrate(own.url, log, [OneTown1700000000002]);

    expect(await waysToOneOf("third")).toContain("third_key");
  });

  test("takes away what an interrupted making of a primary key has left behind", async () => {
    await migrate(own.url, log, [OneTown1700000000002]);
    await leaveBehind("third", "third_key");
    expect(await indexesOf("third")).toHaveLength(3);

    await migrate(own.url, log, [OneTown1700000000002]);

    expect(await indexesOf("third")).toHaveLength(2);
    expect(await waysToOneOf("third")).toContain("third_key");
  });

  test("without any migration leaves a database as it is", async () => {
    expect(await migrate(own.url, log, [])).toEqual([]);
    expect(await migrationState(own.url, [])).toBe("current");
  });
});

test("the file of a migration says its timestamp, and no two have the same", async () => {
  const times = (await migrations()).map(({ name }) => timestampOf(name));

  expect(times.length).toBeGreaterThan(10);
  expect(new Set(times).size).toBe(times.length);
  expect(await migrationTimes()).toEqual(times);
});

describe("the state of a database", () => {
  test("goes from behind to current, and is newer for an older program", async () => {
    expect(await migrationState(own.url, code)).toBe("behind");
    await migrate(own.url, log, code);

    expect(await migrationState(own.url, code)).toBe("current");
    expect(await migrationState(own.url, code.slice(1))).toBe("newer");
  });

  test("stops a start in one sentence when migrating is switched off", async () => {
    await expect(requireCurrent(own.url, code)).rejects.toThrow(
      /not migrated to this version and MIGRATE_ON_START is false/,
    );
    await migrate(own.url, log, code);

    await expect(requireCurrent(own.url, code)).resolves.toBeUndefined();
  });

  test("is current in the template that tests copy", async () => {
    const copy = await testDatabase();

    expect(await migrationState(copy.url)).toBe("current");
    await copy.close();
  });
});
