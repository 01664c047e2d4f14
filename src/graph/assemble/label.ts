import sql, { type Sql, join } from "sql-template-tag";
import type { Row } from "../model.js";
import { expressionOf, isReadable } from "../sql/expression.js";
import { from, rowOf } from "../sql/row.js";

/** The text at the end of a path of to-one links, as a person reads it; NULL where the path breaks off. */
function spoken(path: readonly string[], row: Row): Sql {
  const [name, ...rest] = path as [string, ...string[]];
  const attribute = row.kind.attributes.get(name);
  if (attribute?.shape === "value")
    return isReadable(attribute, row.reading) ? attribute.type.say(expressionOf(attribute, row)) : sql`NULL::text`;
  const link = row.kind.links.get(name);
  if (!link?.target || link.shape !== "one") throw new Error(`${row.kind.name} has no ${name} for its label`);
  const far = rowOf(link.target, row.reading, { few: true });
  const owner = row.column(link.column ?? "id");
  return sql`(SELECT ${spoken(rest.length ? rest : ["label"], far)} FROM ${from(far)} WHERE ${link.belongs(owner, far)})`;
}

/** What a person would call a row: the texts at the paths, those that are there, joined by commas; else its key. */
export function labelOf(paths: readonly string[]): (row: Row) => Sql {
  return (row) => {
    const parts = paths.map((path) => spoken(path.split("."), row));
    // The parts may be sorted in different ways (a name, a date), and PostgreSQL compares such a text only when told how.
    const spokenParts =
      parts.length === 1 ? parts[0]! : sql`NULLIF(concat_ws(', ', ${join(parts)}) COLLATE german, '')`;
    return sql`COALESCE(${spokenParts}, ${row.column("key")}) COLLATE german`;
  };
}
