import type pg from "pg";
import type { Log } from "../log.js";

/** Primary keys that are older than another index of their table, and what an interrupted making of them has left behind. */
const OUTDATED = `SELECT format('%I.%I', n.nspname, k.relname) AS name,
    ARRAY(SELECT format('%I.%I', n.nspname, l.relname) FROM pg_index AS o JOIN pg_class AS l ON l.oid = o.indexrelid
      WHERE o.indrelid = i.indrelid AND NOT o.indisvalid AND starts_with(l.relname, k.relname || '_ccnew')) AS leftovers
  FROM pg_index AS i JOIN pg_class AS k ON k.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = k.relnamespace
  WHERE i.indisprimary AND n.nspname = 'public' AND pg_has_role(k.relowner, 'USAGE')
    AND EXISTS (SELECT FROM pg_index AS o WHERE o.indrelid = i.indrelid AND o.indexrelid > i.indexrelid) ORDER BY 1`;

/**
 * Makes every primary key the newest index of its table, while others read and write it; waits for transactions that have begun before. Of indexes that it
 * thinks equally cheap PostgreSQL 18 takes the newest, and where all rows have one value it thinks so of (value, id) for finding an id, which takes several
 * times as long (decision 15).
 */
export async function renewPrimaryKeys(client: pg.Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ name: string; leftovers: string[] }>(OUTDATED);
  if (rows.length > 0) log.info({ keys: rows.length }, "primary keys are made anew");
  for (const { name, leftovers } of rows) {
    for (const leftover of leftovers) await client.query(`DROP INDEX ${leftover}`);
    await client.query(`REINDEX INDEX CONCURRENTLY ${name}`);
  }
}
