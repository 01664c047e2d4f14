import type { Database } from "../../src/platform/database/database.js";

type Value = string | number | boolean | null | undefined;

/** Puts rows into a table by plain SQL, as anyone with psql could, and gives their UUIDs. */
export async function insert(
  database: Database,
  table: string,
  rows: readonly Record<string, Value>[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
  const text = `INSERT INTO "${table}" (${columns.join(", ")})
    SELECT ${columns.join(", ")} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) RETURNING id`;
  return (await database.query<{ id: string }>({ text, values: [JSON.stringify(rows)] })).map(({ id }) => id);
}
