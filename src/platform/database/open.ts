import pg from "pg";
import type { Environment } from "../environment.js";
import type { Log } from "../log.js";
import { StartError } from "../start-error.js";
import { startEmbedded } from "./embedded/start.js";
import { refusal } from "./refusal.js";

/** A database that answers: its addresses (they hold passwords, so never log them) and how to let go of it. */
export interface OpenedDatabase {
  /** For the owner of the tables, who migrates. */
  readonly url: string;
  /** For the server's own connections. */
  readonly serverUrl: string;
  readonly embedded: boolean;
  /** Stops an embedded database that this process is in charge of; does nothing otherwise. */
  stop(): Promise<void>;
}

/** Opens DATABASE_URL, else an embedded PostgreSQL from npm, else one of a local installation; throws StartError with what was tried. */
export async function openDatabase(
  environment: Pick<Environment, "databaseUrl" | "databaseOwnerUrl" | "dataDirectory">,
  log: Log,
): Promise<OpenedDatabase> {
  if (environment.databaseUrl === undefined) {
    const embedded = await startEmbedded({ dataDirectory: environment.dataDirectory, durable: true, log });
    return { url: embedded.url, serverUrl: embedded.serverUrl, embedded: true, stop: () => embedded.stop() };
  }
  const { databaseUrl: serverUrl, databaseOwnerUrl: ownerUrl } = environment;
  await greet(serverUrl, "DATABASE_URL");
  if (ownerUrl !== undefined) await greet(ownerUrl, "DATABASE_OWNER_URL");
  return { url: ownerUrl ?? serverUrl, serverUrl, embedded: false, stop: () => Promise.resolve() };
}

async function greet(url: string, variable: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "stadtgraph",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(refusal(url, error, variable), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
