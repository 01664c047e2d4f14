import pg, { type CustomTypesConfig } from "pg";
import { RowBytesClient } from "./row-bytes.js";

/** Size and patience of a pool; times in milliseconds. */
export interface PoolOptions {
  readonly size: number;
  /** After this the server cancels a statement. */
  readonly statementTimeout?: number;
  /** How long to wait for a free or new connection. */
  readonly connectionTimeout?: number;
  /** The role that all of it works as, instead of the one that logs in. */
  readonly role?: string;
}

/** A pool over `url` that survives a lost database: no error event ends the process; the next query fails or connects anew. */
export function createPool(
  url: string,
  { size, statementTimeout = 10_000, connectionTimeout = 1_500, role }: PoolOptions,
): pg.Pool {
  const pool = new pg.Pool({
    Client: RowBytesClient,
    connectionString: url,
    max: size,
    // Long enough that a quiet moment costs nobody a new connection, short enough that no firewall in between has forgotten one that is used again.
    idleTimeoutMillis: 60_000,
    keepAliveInitialDelayMillis: 30_000,
    application_name: "stadtgraph",
    connectionTimeoutMillis: connectionTimeout,
    statement_timeout: statementTimeout,
    // A frozen server cannot cancel its statement: this side gives up soon after it should have.
    query_timeout: statementTimeout + GRACE,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    // JIT costs more than it gives for statements of a few milliseconds.
    // The plan of a named statement is made once, not anew for its first five values.
    options: `-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan${role === undefined ? "" : ` -c role=${role}`}`,
    // Named statements live as long as their connection.
    maxLifetimeSeconds: 3_600,
    types: { getTypeParser: textForTimes },
  });
  // pg emits "error" on the pool for idle clients and on the client for those in use; without a listener either one ends the process.
  // The query that was running is rejected by itself, so there is nothing more to do here.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    // Not among the options: a server on Windows does not know it, and would refuse to connect.
    client.query(ABANDONED).catch(() => undefined);
  });
  return pool;
}

/** What this side gave up waiting for is ended by the server as well: it looks now and then whether anybody listens, and not only when it has something to say. */
const ABANDONED = "SET client_connection_check_interval = 500";

/** How much longer than the server this side waits for the end of a statement, in milliseconds. */
const GRACE = 300;

/** How long a pool's statements may take at most, seen from this side; milliseconds. */
export const patienceOf = ({ options }: pg.Pool): number => Number((options as pg.PoolConfig).query_timeout);

/** How long a pool's statements may take before the server ends them; milliseconds. */
export const timeoutOf = ({ options }: pg.Pool): number => Number((options as pg.PoolConfig).statement_timeout);

/** How long a look whether the server answers may take, in milliseconds: as long as any connection, since the machine may be busy. */
const GREETING = 1_500;

/** Asks the server behind a pool for a sign of life, by a connection of its own; rejects when none comes soon. */
export async function greet({ options }: pg.Pool): Promise<void> {
  const client = new pg.Client({ ...options, connectionTimeoutMillis: GREETING, query_timeout: GREETING });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
  } finally {
    // Not waited for: a frozen server does not say goodbye either.
    void client.end().catch(() => undefined);
  }
}

const TIMES: ReadonlySet<number> = new Set([
  pg.types.builtins.DATE,
  pg.types.builtins.TIMESTAMP,
  pg.types.builtins.TIMESTAMPTZ,
]);
const asText = (value: string): string => value;

/** Date would shift days by time zone and cut microseconds, so times stay text. */
const textForTimes: CustomTypesConfig["getTypeParser"] = (oid, format) =>
  TIMES.has(oid) ? asText : (pg.types.getTypeParser(oid, format) as (value: string) => unknown);
