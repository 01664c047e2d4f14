import sql, { join, raw, type Sql } from "sql-template-tag";
import type { StoredRow } from "./stored-row.js";

/** A name as PostgreSQL reads it untouched. */
export const name = (text: string): Sql => raw(`"${text}"`);

/** Rows of one shape as a member of a FROM clause called `g`: `id`, `key`, their columns, and far ids under the names of the tables of pairs. */
export function recordset(rows: readonly [StoredRow, ...StoredRow[]]): Sql {
  const [{ columns, pairs }] = rows;
  const types = [
    sql`id uuid`,
    sql`"key" text`,
    ...columns.map(({ column, cast }) => sql`${name(column)} ${raw(cast)}`),
    ...[...pairs.keys()].map(({ table }) => sql`${name(table)} uuid[]`),
  ];
  const json = rows.map(({ id, record, cells, pairs: far }) => ({
    id,
    key: record.key,
    ...cells,
    ...Object.fromEntries([...far].map(([{ table }, ids]) => [table, ids])),
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS g(${join(types)})`;
}
