import { createHash } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";

/** How the keys of what was erased begin. */
export const ERASED_KEY = "erased-";

/** The key of a row once it is erased: names of people stand in keys, and an import must know again what it may not bring back. */
export const erasedKeyOf = (key: string): string =>
  ERASED_KEY + createHash("sha256").update(key).digest("hex").slice(0, 32);

/** The same as an expression over a row; a row that was erased before keeps its key. */
export const erasedKey: Sql = sql`CASE WHEN starts_with(key, ${ERASED_KEY}) THEN key
  ELSE ${ERASED_KEY} || left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 32) END`;
