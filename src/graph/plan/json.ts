import sql, { join, raw, type Sql } from "sql-template-tag";
import { Unplannable } from "./asking.js";

/** Columns that become the fields of a JSON object, in the order of the answer; `@skip` may leave none. PostgreSQL cuts names at 63 bytes, and a cut name would be a wrong answer. */
export function named(fields: readonly (readonly [string, Sql])[]): Sql {
  const tooLong = fields.find(([key]) => key.length > 63);
  if (tooLong) throw new Unplannable(`the name ${tooLong[0]} is too long`);
  if (fields.length === 0) return sql``;
  return join(fields.map(([key, value]) => sql`${value} AS ${raw(`"${key}"`)}`));
}

/**
 * A JSON object of columns, as one value. Here and elsewhere such a row is called "@", which no field of an answer can be
 * called: PostgreSQL would take a column of that name for the row.
 */
export const object = (columns: Sql): Sql => sql`(SELECT row_to_json("@") FROM (SELECT ${columns}) AS "@")`;

/** The name of a type as a value. */
export const typename = (name: string): Sql => raw(`'${name}'::text`);
