import type { GraphQLObjectType } from "graphql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Kind } from "../model.js";
import { type SearchInput, searchOf } from "../search/search.sql.js";
import { from, rowOf } from "../sql/row.js";
import { type Asked, type Asking, argumentsOf, below, objectTypeOf } from "./asking.js";
import { named, object, typename } from "./json.js";
import { nodeColumns } from "./object.js";

/** `search(text: …) { … }`: the hits are found once, each node is read by what is asked of its kind. */
export function search(asking: Asking, field: Asked): Sql {
  const { kinds, hits, count } = searchOf(argumentsOf(asking, field) as unknown as SearchInput, asking.reading);
  const type = objectTypeOf(field);
  const cells: Sql[] = [];
  const cell = (value: Sql): Sql => sql`found.${raw(`c${cells.push(value) - 1}`)}`;
  const columns = below(asking, field, type).map((each): [string, Sql] => {
    if (each.name === "__typename") return [each.key, typename(type.name)];
    if (each.name === "totalCount") return [each.key, sql`(${count})`];
    if (each.name === "nodes") return [each.key, cell(nodeOf(asking, each, kinds))];
    return [each.key, cell(object(hitColumns(asking, each, kinds)))];
  });
  if (cells.length === 0) return object(named(columns));
  const lists = cells.map(
    (value, index) => sql`COALESCE(array_to_json(array_agg(${value})), '[]'::json) AS ${raw(`c${index}`)}`,
  );
  return sql`(SELECT row_to_json("@") FROM (SELECT ${named(columns)} FROM (SELECT ${join(lists)} FROM (${hits}) AS h) AS found) AS "@")`;
}

function hitColumns(asking: Asking, field: Asked, kinds: readonly Kind[]): Sql {
  const type = objectTypeOf(field);
  return named(
    below(asking, field, type).map((each): [string, Sql] => {
      if (each.name === "__typename") return [each.key, typename(type.name)];
      return [each.key, each.name === "node" ? nodeOf(asking, each, kinds) : sql`h.${raw(each.name)}`];
    }),
  );
}

/** The node of a hit, whichever of the kinds it is of. */
function nodeOf(asking: Asking, field: Asked, kinds: readonly Kind[]): Sql {
  const cases = kinds.map((kind) => {
    const row = rowOf(kind, asking.reading, { few: true });
    const columns = nodeColumns(asking, { ...field, type: asking.schema.getType(kind.name) as GraphQLObjectType }, row);
    return sql`WHEN ${raw(`'${kind.name}'`)} THEN (SELECT row_to_json("@") FROM (
      SELECT ${columns} FROM ${from(row)} WHERE ${row.column("id")} = h.node_id) AS "@")`;
  });
  return cases.length === 0 ? sql`NULL::json` : sql`CASE h.kind ${join(cases, " ")} END`;
}
