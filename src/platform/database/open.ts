import type { Environment } from "../environment.js";
import type { Log } from "../log.js";

/** A database that answers: its address (with the password: never log it) and how to let go of it. */
export interface OpenedDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Stops an embedded database that this process is in charge of; does nothing otherwise. */
  stop(): Promise<void>;
}

/** Opens DATABASE_URL, else an embedded PostgreSQL from npm, else one of a local installation; throws StartError with what was tried. */
export function openDatabase(_environment: Pick<Environment, "databaseUrl" | "dataDirectory">, _log: Log): Promise<OpenedDatabase> {
  throw new Error("not yet");
}
