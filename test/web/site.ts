import { graph } from "../../src/domain/index.js";
import { createLog } from "../../src/platform/log.js";
import { loadSeeds } from "../../src/stewardship/import/load-seeds.js";
import { testServer, type TestServerOptions } from "../support/server.js";

/** A site under test: its address without a slash at the end, and how to stop it. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** The whole server over Gera's data, or the running server that `WEB_TEST_URL` names. */
export async function openSite(given = process.env["WEB_TEST_URL"]): Promise<Site> {
  return given ? { url: given.replace(/\/$/, ""), close: async () => {} } : ownSite();
}

/** The whole server over Gera's data, set as given. */
export async function ownSite(options: TestServerOptions = {}): Promise<Site> {
  const server = await testServer(options);
  const log = createLog({ logLevel: "silent" } as never);
  const output = { write: () => true } as never;
  await loadSeeds({ database: server.database, graph, folder: "seeds/gera", log, output });
  return { url: server.origin, close: () => server.close() };
}
