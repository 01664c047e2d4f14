import sql, { join, type Sql } from "sql-template-tag";
import type { Kind } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import type { ManyField } from "../fields.js";
import { batchesOf } from "./batches.js";
import { name, recordset } from "./recordset.js";
import type { StoredRow } from "./stored-row.js";

/** Which values of stored rows the import would change, by id; rows that would stay as they are are left out. */
export async function changesIn(
  database: Database,
  kind: Kind,
  rows: readonly StoredRow[],
): Promise<Map<string, string[]>> {
  const changes = new Map<string, string[]>();
  for (const batch of batchesOf(kind, rows)) {
    const found = await database.query<{ id: string; fields: string[] }>(comparing(kind, batch as [StoredRow]));
    for (const { id, fields } of found) changes.set(id, fields);
  }
  return changes;
}

/** Values are compared as PostgreSQL's types compare them: 1.50 and 1.5 are the same amount. */
function comparing(kind: Kind, rows: readonly [StoredRow, ...StoredRow[]]): Sql {
  const [{ columns, pairs }] = rows;
  const differing = [
    ...columns.map(
      (column) =>
        sql`CASE WHEN t.${name(column.column)} IS DISTINCT FROM g.${name(column.column)} THEN ${column.name}::text END`,
    ),
    ...[...pairs.keys()].map(
      (field) => sql`CASE WHEN ${stored(field)} IS DISTINCT FROM ${given(field)} THEN ${field.name}::text END`,
    ),
  ];
  if (differing.length === 0) return sql`SELECT NULL AS id, NULL AS fields WHERE false`;
  return sql`SELECT id, fields FROM (
    SELECT t.id::text AS id, array_remove(ARRAY[${join(differing)}], NULL) AS fields
    FROM ${recordset(rows)} JOIN ${name(kind.table)} AS t ON t.id = g.id) AS compared WHERE cardinality(fields) > 0`;
}

const stored = ({ table, columns: [own, far] }: ManyField): Sql =>
  sql`ARRAY(SELECT p.${name(far)} FROM ${name(table)} AS p WHERE p.${name(own)} = t.id ORDER BY 1)`;

const given = ({ table }: ManyField): Sql => sql`COALESCE(g.${name(table)}, '{}'::uuid[])`;
