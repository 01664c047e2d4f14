import type { Log } from "../../log.js";

/** How to run the embedded PostgreSQL. */
export interface EmbeddedOptions {
  /** Folder that may be written; the data goes to its subfolder `postgres`. */
  readonly dataDirectory: string;
  /** Whether acknowledged writes survive a crash of the machine; only tests say false. */
  readonly durable: boolean;
  readonly log: Log;
}

/** An embedded PostgreSQL that runs and answers. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Process id of the postmaster now. */
  pid(): number;
  /** Fast shutdown, waited for; does nothing when another living process is in charge of it. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL over `dataDirectory`, or uses the one that already runs there; throws StartError when that cannot be. */
export function startEmbedded(_options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  throw new Error("not yet");
}
