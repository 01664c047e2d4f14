import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../src/platform/database/migrate.js";
import { type OpenedDatabase as Opened, openDatabase } from "../../src/platform/database/open.js";
import { createLog } from "../../src/platform/log.js";

const here = import.meta.dirname;
const log = createLog({ logLevel: "warn" } as never);

/** A database that holds the data of a scale, and how to let go of it. */
export interface BenchDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The database of a scale: DATABASE_URL if it is set, else the project's own PostgreSQL over `bench/.data/<scale>`.
 * It is filled when it is empty, and made anew when the tables or the generator have changed since.
 */
export async function databaseAt(scale: number, told: (line: string) => void): Promise<BenchDatabase> {
  const databaseUrl = process.env["DATABASE_URL"] || undefined;
  const opened = await openDatabase(
    { databaseUrl, databaseOwnerUrl: undefined, dataDirectory: join(here, "../.data", String(scale)) },
    log,
  );
  try {
    await fillOnce(opened, scale, told);
  } catch (error) {
    await opened.stop();
    throw error;
  }
  return { url: opened.url, stop: () => opened.stop() };
}

const sqlFiles = readdirSync(here)
  .filter((name) => name.endsWith(".sql"))
  .sort();

/** Names the data: the same tables filled by the same statements at the same scale. */
function fingerprintOf(scale: number): string {
  const migrations = join(here, "../../migrations");
  const hash = createHash("sha256").update(`scale ${scale}`);
  for (const name of sqlFiles) hash.update(readFileSync(join(here, name)));
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith(".ts")) hash.update(readFileSync(join(migrations, name)));
  return `bench ${hash.digest("hex").slice(0, 16)}`;
}

async function fillOnce({ url, embedded }: Opened, scale: number, told: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOf(scale);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await descriptionOf(client);
    if (found === fingerprint) {
      // The data may have come before what this code makes anew at a start.
      await migrate(url, log);
      return told(`scale ${scale}: the data are there`);
    }
    await empty(client, embedded || found?.startsWith("bench") === true);
    await migrate(url, log);
    await fill(client, scale, told);
    await client.query(`COMMENT ON TABLE node IS '${fingerprint}'`);
  } finally {
    await client.end();
  }
}

async function descriptionOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ said: string | null }>("SELECT obj_description(to_regclass('node')) AS said");
  return rows[0]?.said ?? null;
}

/** Only a database without tables is filled, or one that is ours: our own PostgreSQL, or filled by this program before. */
async function empty(client: pg.Client, ours: boolean): Promise<void> {
  const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
  if (rows.length > 0 && !ours)
    throw new Error("This database holds data that are not of this benchmark: give it an empty one.");
  if (rows.length === 0) return;
  for (const schema of ["bench", "report", "public"]) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.query("CREATE SCHEMA public");
}

async function fill(client: pg.Client, scale: number, told: (line: string) => void): Promise<void> {
  await client.query("COMMENT ON TABLE node IS 'bench, unfinished'");
  await client.query("SELECT set_config('bench.scale', $1, false)", [String(scale)]);
  await client.query("SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '512MB'");
  await switchTriggers(client, "DISABLE");
  for (const name of sqlFiles) {
    const started = performance.now();
    await client.query(readFileSync(join(here, name), "utf8"));
    told(`scale ${scale}: ${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  await switchTriggers(client, "ENABLE");
  await client.query("VACUUM ANALYZE");
}

/** Of the triggers only those rest whose work is done here in bulk: the register of nodes, and the search for circles, which trees made by arithmetic cannot have. */
async function switchTriggers(client: pg.Client, state: "ENABLE" | "DISABLE"): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('ALTER TABLE %s ${state} TRIGGER %I', tgrelid::regclass, tgname) AS statement
     FROM pg_trigger WHERE NOT tgisinternal AND (tgname = 'register_node' OR tgname LIKE 'no\\_circle%')`,
  );
  for (const { statement } of rows) await client.query(statement);
}
