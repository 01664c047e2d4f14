import { text } from "node:stream/consumers";
import { PassThrough } from "node:stream";
import { pendingStatements } from "../../../scripts/declared/pending-statements.js";
import { computedFields, graph } from "../../../src/domain/index.js";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import { createLog } from "../../../src/platform/log.js";
import { loadSeeds } from "../../../src/stewardship/import/load-seeds.js";
import { asking } from "../../support/asking.js";

/** What the sources that it was built with make of an earlier database: node probe.js <its address>, the question on standard input. */
async function main(url: string): Promise<void> {
  const log = createLog({ logLevel: "silent" });
  const database = databaseOf(createPool(url, { size: 2 }));
  try {
    const migrations = await migrate(url, log);
    const pending = await pendingStatements(url, graph);
    const loading = { database, graph, folder: "seeds/gera", log, output: new PassThrough() };
    const { problems } = await loadSeeds(loading);
    const answer = await asking(graph, computedFields, database).ask(await text(process.stdin));
    process.stdout.write(JSON.stringify({ migrations, pending, problems, ...answer }));
  } finally {
    await database.close();
  }
}

await main(process.argv[2]!);
