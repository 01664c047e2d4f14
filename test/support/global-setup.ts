import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../src/platform/database/embedded/start.js";
import { migrate } from "../../src/platform/database/migrate.js";
import { createLog } from "../../src/platform/log.js";
import { announceCluster, clusterUrl, TEMPLATE } from "./cluster.js";
import { administer } from "./database.js";
import { endAbandoned, PREFIX } from "./abandoned.js";
import { keepForTeardown } from "./global-teardown.js";

/** Starts the one PostgreSQL of this run and makes the template that tests copy. */
// eslint-disable-next-line no-restricted-syntax -- jest takes the default export of this file
export default async function globalSetup(): Promise<void> {
  await endAbandoned();
  const log = createLog({ logLevel: "warn" });
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // mkdtemp makes it 0700, and PostgreSQL may have to run under another account than root.
  await chmod(folder, 0o711);
  const cluster = await startEmbedded({ dataDirectory: folder, durable: false, log });
  keepForTeardown(async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  });
  announceCluster(cluster.url);
  await administer(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(clusterUrl(TEMPLATE), log);
}
