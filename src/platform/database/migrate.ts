import { setTimeout as after } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../log.js";
import type { Statement } from "./database.js";
import { migrationStateOf, newer } from "./migration-state.js";
import { type Migration, migrations, timestampOf } from "./migrations.js";
import { renewPrimaryKeys } from "./primary-keys.js";
import { GRANT_RIGHTS, MAKE_ROLES } from "./roles.js";

/** Any number that only this program locks: "stadtgr" in ASCII. */
const LOCK = "32497699003294322";

/** Brings the database behind `url` up to date, alone even when several processes start at once; gives the names that ran; throws StartError when it is newer than this code. */
export async function migrate(url: string, log: Log, code?: readonly Migration[]): Promise<string[]> {
  return alone(url, async (client) => {
    const times = code?.map(({ name }) => timestampOf(name));
    const state = await migrationStateOf({ query: (statement) => rowsOf(client, statement) }, times);
    if (state === "newer") throw newer();
    await client.query(MAKE_ROLES);
    const ran = state === "current" ? [] : await runPending(url, code ?? (await migrations()));
    // Also without a new migration: the roles may have come since, or the database from another cluster.
    await client.query(GRANT_RIGHTS);
    // Also without one: a restored backup has made its indexes after the primary keys.
    await renewPrimaryKeys(client, log);
    if (ran.length > 0) log.info({ migrations: ran }, "database migrated");
    return ran;
  });
}

async function rowsOf<Row>(client: pg.Client, { text, values }: Statement): Promise<Row[]> {
  return (await client.query<Row & pg.QueryResultRow>(text, [...values])).rows;
}

async function runPending(url: string, known: readonly Migration[]): Promise<string[]> {
  // Only here: loading all of TypeORM takes a fifth of a start.
  const { dataSourceOf } = await import("./data-source.js");
  const source = await dataSourceOf(url, [], known).initialize();
  try {
    return (await source.runMigrations({ transaction: "each" })).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Runs `work` while holding the lock on a connection of its own, so that a migration may use transactions as it likes. */
async function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "stadtgraph migrate",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await lock(client);
    return await work(client);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

/** Asks again and again instead of waiting inside PostgreSQL: a waiting statement holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for it for ever. */
async function lock(client: pg.Client): Promise<void> {
  const asking = "SELECT pg_try_advisory_lock($1) AS mine";
  while (!(await client.query<{ mine: boolean }>(asking, [LOCK])).rows[0]?.mine) await after(200);
}
