import sql, { type Sql, raw } from "sql-template-tag";
import type { Kind, Reached, Reading, Row } from "../model.js";
import { source } from "./source.js";

/** Names a fresh row of a kind, and how the statement comes to it. */
export function rowOf(kind: Kind, reading: Reading, reached: Reached = {}): Row {
  const alias = reading.alias();
  const columns = new Set<string>();
  const column = (name: string): Sql => {
    columns.add(name);
    return sql`${alias}.${raw(`"${name}"`)}`;
  };
  return { kind, alias, reading, reached, column, columns };
}

/** The row as a member of a FROM clause. */
export const from = (row: Row): Sql =>
  sql`${row.kept?.groups ?? source(row.kind, row.reading, row.reached)} AS ${row.alias}`;
