import type pg from "pg";
import type { Log } from "../log.js";

const OURS = `FROM pg_index AS i JOIN pg_class AS k ON k.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = k.relnamespace
  WHERE n.nspname = 'public' AND k.relkind = 'i' AND pg_has_role(k.relowner, 'USAGE')`;

/** Primary keys that are older than another index of their table. */
const OUTDATED = `SELECT format('%I.%I', n.nspname, k.relname) AS name ${OURS} AND i.indisprimary
  AND EXISTS (SELECT FROM pg_index AS o WHERE o.indrelid = i.indrelid AND o.indexrelid > i.indexrelid) ORDER BY 1`;

/** What REINDEX CONCURRENTLY leaves of a primary key when it is interrupted: every write would go on keeping it. */
const LEFT = `SELECT format('%I.%I', n.nspname, k.relname) AS name ${OURS} AND NOT i.indisvalid
  AND EXISTS (SELECT FROM pg_index AS o JOIN pg_class AS p ON p.oid = o.indexrelid WHERE o.indrelid = i.indrelid AND o.indisprimary
    AND (starts_with(k.relname, p.relname || '_ccnew') OR starts_with(k.relname, p.relname || '_ccold'))) ORDER BY 1`;

/**
 * Makes every primary key the newest index of its table, while others read and write it. Of indexes that it thinks equally cheap PostgreSQL 18 takes the newest,
 * and where all rows have one value it thinks so of (value, id) for finding an id, which takes several times as long (decision 15). That is no reason not to
 * start: where a long transaction stands in the way it is left to the next start, and said in the log.
 */
export async function renewPrimaryKeys(client: pg.Client, log: Log): Promise<void> {
  await client.query("SET lock_timeout = '2s'");
  try {
    await removeLeftovers(client);
    for (const name of await namesOf(client, OUTDATED)) await client.query(`REINDEX INDEX CONCURRENTLY ${name}`);
  } catch (error) {
    log.warn({ reason: (error as Error).message }, "primary keys could not be made anew: the next start tries again");
    await removeLeftovers(client).catch(() => undefined);
  }
}

async function removeLeftovers(client: pg.Client): Promise<void> {
  for (const name of await namesOf(client, LEFT)) await client.query(`DROP INDEX ${name}`);
}

async function namesOf(client: pg.Client, text: string): Promise<string[]> {
  return (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);
}
