import { setTimeout as after } from "node:timers/promises";
import type { Database } from "../platform/database/database.js";
import { migrationStateOf } from "../platform/database/migration-state.js";

/** Whether this process can answer now, and what was looked at: check → "ok" or what is wrong. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Record<string, string>;
}

/** Looks whether the database answers and is migrated; never throws. A look that still runs is shared by those who ask meanwhile. */
export function readinessOf(database: Database): () => Promise<Readiness> {
  let running: Promise<Readiness> | undefined;
  // Every look takes a connection: if each probe of a frozen server took its own, none would be left.
  return () => (running ??= look(database).finally(() => (running = undefined)));
}

async function look(database: Database): Promise<Readiness> {
  try {
    const state = await migrationStateOf(database);
    return { ready: state === "current", checks: { database: "ok", migrations: state === "current" ? "ok" : state } };
  } catch {
    return { ready: false, checks: { database: "unavailable", migrations: "unknown" } };
  }
}

/** The longest that an answer on readiness may take, in milliseconds. */
const LIMIT = 1_000;

/** What `ready` says, or that it said nothing within a second. */
export async function withinLimit(ready: () => Promise<Readiness>): Promise<Readiness> {
  const ended = new AbortController();
  const late = after(LIMIT, { ready: false, checks: { database: "no answer within 1 s" } }, { signal: ended.signal });
  try {
    return await Promise.race([ready(), late]);
  } finally {
    late.catch(() => undefined);
    ended.abort();
  }
}
