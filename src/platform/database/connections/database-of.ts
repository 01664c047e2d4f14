import { setTimeout as after } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { Database, Statement } from "../database.js";
import { greet, patienceOf, timeoutOf } from "./pool.js";
import { jsonOf, jsonsOf } from "./json-query.js";
import { Pulse } from "../outage/pulse.js";
import { isSilence, isUnavailable, TogetherTooSlow, unavailable } from "../unavailable.js";

/** Who got a connection within this has left a statement all the time that it may take, in milliseconds. */
const SOON = 100;

/** How long close() waits for connections in use, in milliseconds. */
const CLOSING = 1_000;

/** The pool as Database. A statement, or the beginning of a transaction or a session, and the wait for its connection together take no longer than the pool's patience. */
export function databaseOf(pool: Pool): Database {
  const pulse = new Pulse(() => greet(pool));
  const [patience, timeout] = [patienceOf(pool), timeoutOf(pool)];
  let closing: Promise<void> | undefined;
  const once = async <T>(ask: (client: PoolClient, left: number) => Promise<T>): Promise<T> => {
    const begin = performance.now();
    const client = await take(pool, pulse);
    const waited = performance.now() - begin;
    // Who has waited for a connection gives up sooner, and a server that is merely busy is not called silent for it.
    // pg takes 0 for no limit at all.
    const unhurried = waited < SOON;
    return returning(client, ask(client, Math.max(1, Math.ceil(patience - waited))), { pulse, unhurried, timeout });
  };
  return {
    query: <Row>(statement: Statement) => once((client, left) => run<Row>(client, statement, left)),
    json: (statement) => once((client, left) => jsonOf(client, statement, left)),
    jsons: (statements) => once((client, left) => jsonsOf(client, statements, left)),
    session: (work) => once((client, left) => work(connectionOf(client, 0, [left]))),
    transaction: (work) => once((client, left) => inTransaction(client, work, left)),
    // pool.end() waits for every client in use, which a frozen server never gives back.
    close: () => (closing ??= Promise.race([pool.end(), after(CLOSING, undefined, { ref: false })])),
  };
}

async function take(pool: Pool, pulse: Pulse): Promise<PoolClient> {
  try {
    pulse.check();
    return await pool.connect();
  } catch (cause) {
    if (isSilence(cause)) pulse.lost(cause);
    throw unavailable(cause);
  }
}

/** What is known where a statement is waited for. */
interface Waiting {
  readonly pulse: Pulse;
  /** Whether the statement has had all the time that it may take: `timeout` milliseconds. */
  readonly unhurried: boolean;
  readonly timeout: number;
}

/** Hands the client back when `work` is done; drops it when the connection is lost or a statement may still be running on it. */
async function returning<T>(client: PoolClient, work: Promise<T>, waiting: Waiting): Promise<T> {
  const { pulse, unhurried, timeout } = waiting;
  try {
    const result = await work;
    pulse.lives();
    client.release();
    return result;
  } catch (error) {
    const lost = isUnavailable(error) || error instanceof RollbackFailed;
    client.release(lost);
    const reason = error instanceof RollbackFailed ? error.cause : error;
    if (unhurried && isSilence(reason)) pulse.lost(reason);
    if (reason instanceof TogetherTooSlow) void pulse.doubt(reason);
    throw isUnavailable(reason) ? unavailable(reason, timeout) : reason;
  }
}

/** The work failed and its transaction could not be rolled back: `cause` is why the work failed, and the connection is not usable any more. */
class RollbackFailed extends Error {}

async function run<Row>(client: PoolClient, { text, values, name }: Statement, left?: number): Promise<Row[]> {
  const named = name === undefined ? {} : { name };
  const limited = left === undefined ? {} : { query_timeout: left };
  const result = await client.query({ text, values: [...values], ...named, ...limited });
  return result.rows as Row[];
}

/** `left`: the milliseconds that its beginning may take; every statement of `work` then has the patience of its own. */
async function inTransaction<T>(
  client: PoolClient,
  work: (connection: Database) => Promise<T>,
  left?: number,
): Promise<T> {
  await run(client, { text: "BEGIN", values: [] }, left);
  try {
    const result = await work(connectionOf(client, 1));
    const { command } = await client.query("COMMIT");
    // PostgreSQL answers COMMIT with a rollback when a statement had failed and `work` went on regardless.
    if (command !== "COMMIT")
      throw new Error("The transaction was rolled back because one of its statements had failed");
    return result;
  } catch (error) {
    if (!isUnavailable(error)) await client.query("ROLLBACK").catch(() => fail(error));
    throw error;
  }
}

function fail(cause: unknown): never {
  throw new RollbackFailed("The transaction could not be rolled back", { cause });
}

/**
 * One connection; `depth` counts the transactions around it, and names the savepoints of those within them. Its first statements have the given
 * milliseconds, all others the patience of the pool.
 */
function connectionOf(client: PoolClient, depth: number, given: number[] = []): Database {
  const connection: Database = {
    query: (statement) => run(client, statement, given.shift()),
    json: (statement) => jsonOf(client, statement, given.shift()),
    jsons: (statements) => jsonsOf(client, statements, given.shift()),
    session: (work) => work(connection),
    transaction: (work) =>
      depth === 0 ? inTransaction(client, work, given.shift()) : inSavepoint(client, work, depth),
    // Whoever has taken it hands it back.
    close: () => Promise.resolve(),
  };
  return connection;
}

async function inSavepoint<T>(
  client: PoolClient,
  work: (connection: Database) => Promise<T>,
  depth: number,
): Promise<T> {
  await client.query(`SAVEPOINT s${depth}`);
  try {
    const result = await work(connectionOf(client, depth + 1));
    await client.query(`RELEASE SAVEPOINT s${depth}`);
    return result;
  } catch (error) {
    if (!isUnavailable(error)) await client.query(`ROLLBACK TO SAVEPOINT s${depth}`);
    throw error;
  }
}
