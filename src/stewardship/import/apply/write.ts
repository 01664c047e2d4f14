import sql, { join, type Sql } from "sql-template-tag";
import type { Kind } from "../../../graph/model.js";
import type { ManyField } from "../fields.js";
import { name, recordset } from "../plan/recordset.js";
import type { StoredRow } from "../plan/stored-row.js";

/** Rows of one shape; at least one. */
export type Batch = readonly [StoredRow, ...StoredRow[]];

/** Writes new rows. */
export function inserting(kind: Kind, rows: Batch): Sql {
  const columns = [name("id"), name("key"), ...rows[0].columns.map(({ column }) => name(column))];
  const values = columns.map((column) => sql`g.${column}`);
  return sql`INSERT INTO ${name(kind.table)} (${join(columns)}) SELECT ${join(values)} FROM ${recordset(rows)}`;
}

/** Writes the columns of stored rows; the database counts the version. */
export function updating(kind: Kind, rows: Batch): Sql | undefined {
  const settings = rows[0].columns.map(({ column }) => sql`${name(column)} = g.${name(column)}`);
  if (settings.length === 0) return undefined;
  return sql`UPDATE ${name(kind.table)} AS t SET ${join(settings)} FROM ${recordset(rows)} WHERE t.id = g.id`;
}

/** Counts a new version of rows of which only pairs have changed, which stand in another table. */
export const touching = (kind: Kind, ids: readonly string[]): Sql | undefined =>
  ids.length === 0
    ? undefined
    : sql`UPDATE ${name(kind.table)} SET updated_at = clock_timestamp() WHERE id = ANY(${[...ids]}::uuid[])`;

/** Makes the pairs of rows exactly those that are given. */
export function pairing({ table, columns }: ManyField, rows: Batch): Sql[] {
  const [own, far] = columns.map(name) as [Sql, Sql];
  const given = sql`COALESCE(g.${name(table)}, '{}'::uuid[])`;
  return [
    sql`DELETE FROM ${name(table)} AS p USING ${recordset(rows)} WHERE p.${own} = g.id AND p.${far} <> ALL(${given})`,
    sql`INSERT INTO ${name(table)} (${own}, ${far})
      SELECT g.id, far.id FROM ${recordset(rows)} CROSS JOIN LATERAL unnest(${given}) AS far(id) ON CONFLICT DO NOTHING`,
  ];
}
