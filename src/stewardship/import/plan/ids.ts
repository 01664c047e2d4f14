import sql, { join, raw } from "sql-template-tag";
import type { Kind } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import { identityOf } from "../drafts/draft.js";

/** Nodes to look for, by kind. */
export type Wanted = Iterable<{ readonly kind: Kind; readonly key: string }>;

/** The ids of those of the wanted nodes that are stored, by identity; one statement for all kinds. */
export async function storedIds(database: Database, wanted: Wanted): Promise<Map<string, string>> {
  const keys = new Map<Kind, Set<string>>();
  for (const { kind, key } of wanted) keys.set(kind, (keys.get(kind) ?? new Set()).add(key));
  if (keys.size === 0) return new Map();
  const lookups = [...keys].map(
    ([kind, set]) =>
      sql`SELECT ${kind.name}::text AS kind, "key", id::text AS id FROM ${raw(`"${kind.table}"`)} WHERE "key" = ANY(${[...set]}::text[])`,
  );
  const rows = await database.query<{ kind: string; key: string; id: string }>(join(lookups, " UNION ALL "));
  return new Map(rows.map(({ kind, key, id }) => [identityOf({ kind: { name: kind }, key }), id]));
}

/** So many new ids in ascending order: the order of ids is the order in which lists show the rows. */
export async function freshIds(database: Database, count: number): Promise<string[]> {
  if (count === 0) return [];
  const statement = sql`SELECT uuid_v7()::text AS id FROM generate_series(1, ${count})`;
  return (await database.query<{ id: string }>(statement)).map(({ id }) => id).sort();
}
