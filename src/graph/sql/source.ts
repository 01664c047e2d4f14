import sql, { join, raw, type Sql } from "sql-template-tag";
import { mayRead, sightOf } from "../../access/sight.js";
import type { Kind, LinkEnd, Reached, Reading } from "../model.js";

/**
 * The rows of a kind that this reading may see, as a member of a FROM clause. Lists, links, counts, groups, search, labels
 * and exports all come through here, so visibility, time and drafts hold everywhere once they are added here.
 */
export function source(kind: Kind, reading: Reading, reached: Reached = {}): Sql {
  reading.touch(kind.table);
  const table = raw(`"${kind.table}"`);
  const conditions = [...ownCondition(kind, reading), ...wholes(kind, reading, reached), ...readable(kind, reading)];
  return conditions.length === 0 ? table : sql`(SELECT v.* FROM ${table} AS v WHERE ${join(conditions, " AND ")})`;
}

/** What a row itself says of who may see it. */
export const SEEN: readonly string[] = ["publication", "visibility"];

/**
 * The same for a table of numbers of rows, told apart by `SEEN` and by whatever else is asked; none where more than that decides
 * which rows this reading sees.
 */
export function sourceOfNumbers(table: Sql, kind: Kind, reading: Reading): Sql | undefined {
  const others = [...wholes(kind, reading, {}), ...readable(kind, reading)];
  if (others.length > 0 || sightOf(reading.viewer, kind.name).own) return undefined;
  reading.touch(kind.table);
  return sql`(SELECT v.* FROM ${table} AS v WHERE ${join([sql`TRUE`, ...ownCondition(kind, reading)], " AND ")})`;
}

/** What the row itself says of who may see it. */
function ownCondition(kind: Kind, reading: Reading): Sql[] {
  const sight = sightOf(reading.viewer, kind.name);
  if (sight.nothing) return [sql`FALSE`];
  if (sight.everything) return [];
  if (!sight.internal) return [sql`v.publication = 'PUBLISHED' AND v.visibility = 'PUBLIC'`];
  if (!sight.own) return [sql`v.publication = 'PUBLISHED'`];
  return [sql`(v.publication = 'PUBLISHED' OR ${isOwn(sql`v.owner_id`, reading)})`];
}

/** Whether a department is one of the viewer's own: those claimed, those below them, and what they followed or became. */
export function isOwn(owner: Sql, reading: Reading): Sql {
  reading.touch("department"); // whose a row is changes with the tree of departments
  return sql`COALESCE(${owner} = ANY((SELECT own_departments(${reading.departments}::text[]))::uuid[]), FALSE)`;
}

/** A part is seen only with its whole: a grant with its measure and its programme. */
function wholes(kind: Kind, reading: Reading, { known, few = false }: Reached): Sql[] {
  if (sightOf(reading.viewer, kind.name).everything) return [];
  if (known === "*") return [];
  const links = [...kind.links.values()].filter(({ hiddenWith, name }) => hiddenWith && name !== known);
  return links.map((link) => wholeOf(link, reading, few));
}

function wholeOf(link: LinkEnd, reading: Reading, few: boolean): Sql {
  const column = sql`v.${raw(`"${link.column!}"`)}`;
  const seen = link.target ? isSeen(link.target, column, reading, few) : isAnySeen(link, column, reading);
  return link.required ? sql`(${seen})` : sql`(${column} IS NULL OR ${seen})`;
}

/** A node of any kind: the register knows which, so that one kind is looked at instead of all. */
function isAnySeen(link: LinkEnd, column: Sql, reading: Reading): Sql {
  const kinds = reading.graph.kinds.filter(({ name }) => name !== link.from.name);
  const cases = kinds.map((kind) => sql`WHEN ${raw(`'${kind.name}'`)} THEN ${isSeen(kind, column, reading, true)}`);
  return sql`(SELECT CASE n.kind ${join(cases, " ")} ELSE FALSE END FROM node AS n WHERE n.id = ${column})`;
}

/** OFFSET 0 keeps PostgreSQL from reading a whole table of wholes for the sake of a few parts. */
function isSeen(kind: Kind, id: Sql, reading: Reading, few: boolean): Sql {
  const alias = reading.alias();
  const apart = few ? sql` OFFSET 0` : sql``;
  return sql`EXISTS (SELECT 1 FROM ${source(kind, reading, { few })} AS ${alias} WHERE ${alias}.id = ${id}${apart})`;
}

/** A statement about an attribute that the viewer may not read would tell its value. */
function readable(kind: Kind, { graph, viewer }: Reading): Sql[] {
  if (kind.name !== "Statement") return [];
  const pairs = graph.kinds.flatMap(({ name, attributes }) =>
    [...attributes.values()].flatMap((each) =>
      mayRead(viewer, each.readableBy) ? [] : [sql`(${name}, ${each.name})`],
    ),
  );
  if (pairs.length === 0) return [];
  return [
    sql`NOT EXISTS (SELECT 1 FROM node AS n WHERE n.id = v.subject_id AND (n.kind, v.attribute) IN (${join(pairs)}))`,
  ];
}
