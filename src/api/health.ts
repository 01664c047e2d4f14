import type { Database } from "../platform/database/database.js";

/** Whether this process can answer now, and what was looked at: check → "ok" or what is wrong. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Record<string, string>;
}

/** Looks whether the database answers and is migrated; never throws. A look that still runs is shared by those who ask meanwhile. */
export function readinessOf(_database: Database): () => Promise<Readiness> {
  throw new Error("not yet");
}
