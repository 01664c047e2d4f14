import type { GraphQLObjectType } from "graphql";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Attribute, Composite, EmbeddedAttribute, Kind, LinkEnd, ListAttribute, Row } from "../model.js";
import { isReadable, partOf, rendered } from "../sql/expression.js";
import { literal, sizeOf } from "../sql/page/page.js";
import { PAGE_CEILING } from "../sql/limits.js";
import { from, rowOf } from "../sql/row.js";
import {
  type Asked,
  type Asking,
  argumentsOf,
  below,
  type Listed,
  objectTypeOf,
  onlyShort,
  type Together,
  Unplannable,
} from "./asking.js";
import { named, object, typename } from "./json.js";
import { connection } from "./list.js";
import { isPaired, isWhole, nodesTogether } from "./together.js";

/** What is asked of one row of a kind, as columns. */
export function nodeColumns(asking: Asking, field: Asked, row: Row): Sql {
  const type = asking.schema.getType(row.kind.name) as GraphQLObjectType;
  return named(below(asking, field, type).map((each) => [each.key, nodeField(asking, each, row)]));
}

function nodeField(asking: Asking, field: Asked, row: Row): Sql {
  if (field.name === "__typename") return typename(row.kind.name);
  const attribute = row.kind.attributes.get(field.name);
  if (attribute) return attributeField(asking, field, attribute, row);
  const link = row.kind.links.get(field.name);
  if (!link?.target) throw new Unplannable(`${row.kind.name}.${field.name} is left to its resolver`);
  return linkField(asking, field, link, link.target, row);
}

function attributeField(asking: Asking, field: Asked, attribute: Attribute, row: Row): Sql {
  if (attribute.shape === "value") return rendered(attribute, row);
  if (!isReadable(attribute, row.reading)) return rendered(attribute, row);
  if (attribute.shape === "embedded") return embedded(asking, field, attribute, row);
  return list(asking, field, attribute, rendered(attribute, row));
}

function embedded(asking: Asking, field: Asked, attribute: EmbeddedAttribute, row: Row): Sql {
  const { composite } = attribute;
  if (attribute.derive) return object(jsonColumns(asking, field, composite, attribute.derive(row)));
  const parts = join(composite.attributes.map((part) => partOf(attribute, part.name, row)));
  const columns = below(asking, field, objectTypeOf(field)).map((each): [string, Sql] => [
    each.key,
    each.name === "__typename" ? typename(composite.name) : partOf(attribute, each.name, row),
  ]);
  return sql`CASE WHEN num_nonnulls(${parts}) > 0 THEN ${object(named(columns))} END`;
}

function list(asking: Asking, field: Asked, attribute: ListAttribute, json: Sql): Sql {
  if (!("target" in attribute.composite)) return json;
  return jsonList(asking, field, attribute.composite, attribute.derive ? json : sql`${json}::json`);
}

/** A list of objects that is JSON already: only what is asked for, in the order of the answer. */
function jsonList(asking: Asking, field: Asked, composite: Composite, json: Sql): Sql {
  const entry = asking.reading.alias();
  const columns = jsonColumns(asking, field, composite, sql`${entry}.value`);
  return sql`(SELECT COALESCE(json_agg("@"), '[]'::json) FROM (SELECT ${columns} FROM json_array_elements(${json}) AS ${entry}) AS "@")`;
}

function jsonColumns(asking: Asking, field: Asked, composite: Composite, json: Sql): Sql {
  return named(
    below(asking, field, objectTypeOf(field)).map((each) => [each.key, jsonField(asking, each, composite, json)]),
  );
}

function jsonField(asking: Asking, field: Asked, composite: Composite, json: Sql): Sql {
  if (field.name === "__typename") return typename(composite.name);
  const part = composite.attributes.find(({ name }) => name === field.name);
  const inner = sql`${json}->${raw(`'${field.name}'`)}`;
  if (part?.shape === "embedded")
    return sql`CASE json_typeof(${inner}) WHEN 'object' THEN ${object(jsonColumns(asking, field, part.composite, inner))} END`;
  if (part?.shape === "list" && "target" in part.composite) return jsonList(asking, field, part.composite, inner);
  return inner;
}

function linkField(asking: Asking, field: Asked, link: LinkEnd, target: Kind, near: Row): Sql {
  if (link.shape === "connection" && asking.together?.row === near && isPaired(link)) {
    const nodes = listTogether(asking, asking.together, field, link, target);
    if (nodes) return nodes;
  }
  const far = rowOf(target, near.reading, { known: link.via, few: true });
  const belongs = link.belongs(near.column(link.column ?? "id"), far);
  if (link.shape === "connection")
    return connection(asking, field, { row: far, belongs, input: argumentsOf(asking, field), nodeColumns });
  const columns = nodeColumns(asking, field, far);
  const rows = sql`SELECT ${columns} FROM ${from(far)} WHERE ${belongs}`;
  if (link.shape === "list")
    return sql`(SELECT COALESCE(json_agg("@"), '[]'::json) FROM (${rows} ${oldest(far, PAGE_CEILING)}) AS "@")`;
  return oneOf(asking, link, near, sql`${rows} ${link.column ? sql`` : oldest(far, 1)}`);
}

const oldest = (row: Row, most: number): Sql => sql`ORDER BY ${row.column("id")} LIMIT ${literal(most)}`;

/** The far end of a link that leads to one. */
function oneOf({ listed }: Asking, link: LinkEnd, near: Row, rows: Sql): Sql {
  const json = sql`SELECT row_to_json("@") AS json FROM (${rows}) AS "@"`;
  return link.column && listed?.row === near ? joined(listed, json, near.reading.alias()) : sql`(${json})`;
}

/** A far end beside each row of a list. As a join of its own PostgreSQL may keep what it found: many rows lead to the same. `OFFSET 0` has it rendered before it is kept. */
function joined({ joins }: Listed, json: Sql, name: Sql): Sql {
  joins.push(sql`LEFT JOIN LATERAL (${json} OFFSET 0) AS ${name} ON TRUE`);
  return sql`${name}.json`;
}

/** The list of a row whose page is read together with all its lists; nothing where it is more than its first nodes. */
function listTogether(asking: Asking, page: Together, field: Asked, link: LinkEnd, target: Kind): Sql | undefined {
  const input = argumentsOf(asking, field);
  const asked = below(asking, field, objectTypeOf(field));
  if (!isWhole(asked, input)) return undefined;
  const [nodes] = asked as [Asked];
  const size = sizeOf("first", input["first"] as number | null | undefined);
  const columns = (far: Row): Sql => nodeColumns(asking, nodes, far);
  const short = onlyShort(asking, nodes, target);
  return nodesTogether(asking, page, { link, target, size, columns, short, key: nodes.key });
}
