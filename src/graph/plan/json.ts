import sql, { join, raw, type Sql } from "sql-template-tag";

/** Columns that become the fields of a JSON object, in the order of the answer. */
export const named = (fields: readonly (readonly [string, Sql])[]): Sql =>
  join(fields.map(([key, value]) => sql`${value} AS ${raw(`"${key}"`)}`));

/** A JSON object of columns, as one value. */
export const object = (columns: Sql): Sql => sql`(SELECT row_to_json(o) FROM (SELECT ${columns}) AS o)`;

/** The name of a type as a value. */
export const typename = (name: string): Sql => raw(`'${name}'::text`);
