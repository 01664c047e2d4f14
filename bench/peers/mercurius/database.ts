import pg from "pg";
import { environment } from "../environment.js";

const pool = new pg.Pool({ connectionString: environment.url, max: environment.poolSize });

/** A row as the resolvers hand it on. */
export type Row = Record<string, unknown>;

/** Rows of a statement, prepared under its name. */
export async function query(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values: [...values] })).rows;
}

export const MEASURE = `m.id, m.key, m.title, m.code, m.status, m.starts_on AS "startsOn", m.ends_on AS "endsOn",
  m.cost_eur AS "costEur", m.description, m.process_id AS "processId"`;
export const THEME = 't.id, t.key, t.title, t.parent_id AS "parentId"';
