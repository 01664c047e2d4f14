import pg from "pg";
import { graph } from "../../src/domain/index.js";
import { createLog } from "../../src/platform/log.js";
import { loadSeeds } from "../../src/stewardship/import/load-seeds.js";
import { clusterUrl } from "./cluster.js";
import { administer, copyOf, type TestDatabase, testDatabase } from "./database.js";

const GERA = "stadtgraph_gera";

/** A database of a test's own with Gera's data, which are loaded once per run and then copied. */
export async function geraDatabase(): Promise<TestDatabase> {
  await loadOnce();
  return copyOf(GERA);
}

/** Tests run in several processes; who comes second waits for the first. */
async function loadOnce(): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl("stadtgraph") });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [GERA]);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [GERA]);
    if (rowCount === 0) await load();
  } finally {
    await client.end();
  }
}

async function load(): Promise<void> {
  const { url, database, serving } = await testDatabase();
  const log = createLog({ logLevel: "silent" } as never);
  const output = { write: () => true } as never;
  await loadSeeds({ database: serving, graph, folder: "seeds/gera", log, output });
  // As a server of its own does soon after: here nobody vacuums, and PostgreSQL would know nothing of the rows.
  await database.query({ text: "ANALYZE", values: [] });
  await Promise.all([database.close(), serving.close()]);
  await administer(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${GERA}`);
}
