import type pg from "pg";

/** Primary keys that are older than another index of their table, in the order of their names. */
const OUTDATED = `SELECT format('%I.%I', n.nspname, k.relname) AS name FROM pg_index AS i
  JOIN pg_class AS k ON k.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = k.relnamespace
  WHERE i.indisprimary AND n.nspname = 'public' AND pg_has_role(k.relowner, 'USAGE')
    AND EXISTS (SELECT FROM pg_index AS o WHERE o.indrelid = i.indrelid AND o.indexrelid > i.indexrelid) ORDER BY 1`;

/**
 * Makes every primary key the newest index of its table, while others read and write it. Of indexes that it thinks equally cheap PostgreSQL 18 takes the
 * newest, and where all rows have one value it thinks so of (value, id) for finding an id: that takes three times as long (decision 15).
 */
export async function renewPrimaryKeys(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(OUTDATED);
  for (const { name } of rows) await client.query(`REINDEX INDEX CONCURRENTLY ${name}`);
}
