import { type Sql, raw } from "sql-template-tag";
import type { Kind, Reading } from "../model.js";

/**
 * The rows of a kind that this reading may see, as a member of a FROM clause. Lists, links, counts, groups, labels and
 * exports all come through here, so visibility, time and drafts hold everywhere once they are added here.
 */
export function source(kind: Kind, reading: Reading): Sql {
  reading.touch(kind.table);
  return raw(`"${kind.table}"`);
}
