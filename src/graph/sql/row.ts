import sql, { type Sql, raw } from "sql-template-tag";
import type { Kind, Reading, Row } from "../model.js";
import { source } from "./source.js";

/** Names a fresh row of a kind; `known` names a link of it whose far end is known to be seen, or all of them. */
export function rowOf(kind: Kind, reading: Reading, known?: string): Row {
  const alias = reading.alias();
  return { kind, alias, reading, known, column: (name) => sql`${alias}.${raw(`"${name}"`)}` };
}

/** The row as a member of a FROM clause. */
export const from = (row: Row): Sql => sql`${source(row.kind, row.reading, row.known)} AS ${row.alias}`;
