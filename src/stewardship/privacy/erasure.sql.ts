import sql, { join, raw, type Sql } from "sql-template-tag";
import { everythingOn } from "../../graph/declare/collected.js";
import { snakeCase } from "../../graph/declare/naming.js";
import { Node } from "../../graph/declare/node.js";
import { partName } from "../../graph/declare/store.js";
import type { Attribute, Kind } from "../../graph/model.js";
import { erasedKey } from "./erased-key.js";
import type { Holder } from "./personal-kinds.js";

/** What stands where a text must stand. */
const ERASED = "gelöscht";

const OF_EVERY_NODE = new Set(everythingOn(Node).attributes.map(({ name }) => name));
const name = (text: string): Sql => raw(`"${text}"`);
const key = sql`key = ${erasedKey}`;

/** Columns of an attribute, each set to nothing. */
function emptied(attribute: Attribute): Sql[] {
  if (attribute.derive) return [];
  if (attribute.shape === "embedded")
    return attribute.composite.attributes.map(
      (part) => sql`${name(snakeCase(partName(attribute.name, part.name)))} = NULL`,
    );
  const column = name(snakeCase(attribute.name));
  if (attribute.shape === "list") return [sql`${column} = '[]'`];
  return [attribute.required ? sql`${column} = ${ERASED}` : sql`${column} = NULL`];
}

/** Leaves of a person an empty shell, so that roles still have somebody to be held by. */
export function emptyingPerson({ table, attributes }: Kind, id: string): Sql {
  const own = [...attributes.values()].filter((each) => !OF_EVERY_NODE.has(each.name)).flatMap(emptied);
  const settings = join([key, sql`publication = 'WITHDRAWN'`, sql`visibility = 'INTERNAL'`, ...own]);
  return sql`UPDATE ${name(table)} SET ${settings} WHERE id = ${id}::uuid RETURNING id`;
}

/** Takes out of the rows that are linked to a person what they say of it; the role and its time stay. */
export function emptyingHolder({ kind, column, personal }: Holder, id: string): Sql {
  const dated = kind.attributes.has("retainUntil") ? [sql`retain_until = NULL`] : [];
  const settings = join([key, ...dated, ...personal.flatMap(emptied)]);
  return sql`UPDATE ${name(kind.table)} SET ${settings} WHERE ${name(column)} = ${id}::uuid RETURNING id`;
}

/** Takes values out of statements: all of those on the person, of the others those on attributes that are gone; what quotes a source goes from all. */
export function emptyingStatements(about: Sql, person: string, attributes: readonly string[]): Sql {
  const gone = sql`(subject_id = ${person}::uuid OR attribute = ANY (${[...attributes]}::text[]))`;
  return sql`UPDATE statement SET ${key}, locator = NULL, reason = NULL,
      value = CASE WHEN ${gone} THEN NULL ELSE value END,
      publication = CASE WHEN ${gone} THEN 'WITHDRAWN' ELSE publication END
    WHERE subject_id IN (SELECT id FROM (${about}) AS a) RETURNING id`;
}

/** Takes away what other systems call the person and the rows linked to it. */
export const forgettingIds = (about: Sql): Sql =>
  sql`DELETE FROM external_id WHERE node_id IN (SELECT id FROM (${about}) AS a) RETURNING id`;
