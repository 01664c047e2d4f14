import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Kind, Row } from "../../model.js";
import type { Dimension } from "../../sql/figures/dimension.js";
import { type GroupInput, type Grouping, groupingOf, ordered, tailOf } from "../../sql/figures/group.js";
import { type Fold, foldable } from "../../sql/figures/fold.js";
import { counted, folded, type MetricInput, renderedFold } from "../../sql/figures/metric.js";
import { from, rowOf } from "../../sql/row.js";
import { type Asked, type Asking, argumentsOf, below, objectTypeOf, onlyShort, Unplannable } from "../asking.js";
import { named, object, typename } from "../json.js";
import { keptGroups } from "./summary.js";

type NodeColumns = (asking: Asking, field: Asked, row: Row) => Sql;

/** Numbers are computed by an inner SELECT, one column each, and rendered and put into objects by an outer one: of groups, only those that are shown. */
class Columns {
  readonly all: Sql[] = [];

  constructor(readonly inner: Sql) {}

  /** Adds a column to the inner SELECT and gives its name for the outer one. */
  add(value: Sql): Sql {
    const name = raw(`c${this.all.push(value) - 1}`);
    return sql`${this.inner}.${name}`;
  }

  get list(): Sql {
    return join(this.all.map((value, index) => sql`${value} AS ${raw(`c${index}`)}`));
  }
}

/** `aggregate { … }` over the rows that `where` lets through. */
export function aggregate(asking: Asking, field: Asked, row: Row, where: Sql): Sql {
  const inner = asking.reading.alias();
  const columns = new Columns(inner);
  const fields = named(
    below(asking, field, objectTypeOf(field)).map((each) => [each.key, figure(asking, each, row, columns)]),
  );
  if (columns.all.length === 0) return object(fields);
  return sql`(SELECT row_to_json("@") FROM (SELECT ${fields} FROM (SELECT ${columns.list} FROM ${from(row)} WHERE ${where}) AS ${inner}) AS "@")`;
}

function figure(asking: Asking, field: Asked, row: Row, columns: Columns, made = object): Sql {
  if (field.name === "__typename") return typename(field.type.name);
  const input = argumentsOf(asking, field) as MetricInput;
  if (field.name === "count") return columns.add(counted(row, input));
  const fold = field.name as Fold;
  const type = objectTypeOf(field);
  return made(
    named(
      below(asking, field, type).map((each) => {
        if (each.name === "__typename") return [each.key, typename(type.name)];
        const attribute = foldable(row.kind, fold).find(({ name }) => name === each.name);
        if (!attribute) throw new Unplannable(`${type.name}.${each.name}`);
        return [each.key, renderedFold(fold, attribute, columns.add(folded(fold, attribute, row, input)))];
      }),
    ),
  );
}

/** What groups are made of: the rows that `where` lets through, whether these are few among all, and how a node becomes columns. */
interface GroupsOf {
  readonly row: Row;
  readonly where: Sql;
  readonly scoped: boolean;
  readonly nodeColumns: NodeColumns;
}

/**
 * `groups(by: …) { … }`. Groups are found first; the nodes among their keys are joined afterwards, all at once. Few rows among all have looked their far ends up
 * already: what is short of these they bring along.
 */
export function groups(asking: Asking, field: Asked, of: GroupsOf): Sql {
  const input = argumentsOf(asking, field) as unknown as GroupInput;
  const { where, scoped, nodeColumns } = of;
  const kept = scoped ? undefined : keptGroups(asking, field, input, of.row);
  const row = kept ?? of.row;
  const grouping = groupingOf(input, row, scoped);
  const { dimensions, joins, joined: near, keys, ceiling } = grouping;
  const columns = new Columns(asking.reading.alias());
  const names = keys.map((key) => columns.add(key));
  const brought = (index: number): Row | undefined => (scoped ? alongWith(columns, near[index]) : undefined);
  const shown: Keys = { dimensions, names, brought, nodeColumns, joined: [], objects: [] };
  const groupField = (each: Asked): Sql => {
    if (each.name !== "keys") return figure(asking, each, row, columns, (fields) => beside(asking, fields, shown));
    const inside = below(asking, each, objectTypeOf(each));
    return beside(asking, named(inside.map((key) => [key.key, keyField(asking, key, shown)])), shown);
  };
  const fields = named(below(asking, field, objectTypeOf(field)).map((each) => [each.key, groupField(each)]));
  const around = inOrder(grouping, columns, shown);
  const found = sql`(SELECT ${columns.list} FROM ${from(row)}${joins} WHERE ${where} ${tailOf(grouping)}) AS ${columns.inner}`;
  const list = sql`COALESCE(json_agg("@"), '[]'::json)`;
  const guarded =
    ceiling === undefined
      ? list
      : sql`CASE WHEN count(*) > ${raw(String(ceiling))} THEN too_many('groups') ELSE ${list} END`;
  return sql`(SELECT ${guarded} FROM (SELECT ${fields} FROM ${found}${around}) AS "@")`;
}

/** What stands around the groups that have been found. A join may bring them into another order. */
function inOrder({ order }: Grouping, columns: Columns, { names, joined, objects }: Keys): Sql {
  const around = join([sql``, ...joined, ...objects], " ");
  if (joined.length === 0) return around;
  return sql`${around} ORDER BY ${ordered(order, (by) => (typeof by === "number" ? names[by]! : columns.add(by)))}`;
}

/** A JSON object made of a row beside the group, which costs less than a sub-select of its own in every group. */
function beside(asking: Asking, columns: Sql, { objects }: Pick<Keys, "objects">): Sql {
  const name = asking.reading.alias();
  objects.push(sql`CROSS JOIN LATERAL (SELECT ${columns}) AS ${name}`);
  return sql`row_to_json(${name})`;
}

/** The keys of groups while they are being planned. */
interface Keys {
  readonly dimensions: readonly Dimension[];
  readonly names: readonly Sql[];
  readonly nodeColumns: NodeColumns;
  /** The node of a key as the rows of the group have it, for what is short. */
  readonly brought: (index: number) => Row | undefined;
  /** Joins of the nodes that are asked for so far. */
  readonly joined: Sql[];
  /** Rows that become objects, inner ones first. */
  readonly objects: Sql[];
}

function keyField(asking: Asking, field: Asked, keys: Keys): Sql {
  if (field.name === "__typename") return typename(field.type.name);
  const index = keys.dimensions.findIndex(({ key }) => key === field.name);
  if (index < 0) return sql`NULL::json`;
  const { of } = keys.dimensions[index]!;
  const name = keys.names[index]!;
  if (!("target" in of)) return of.render(name);
  const near = onlyShort(asking, field, of) ? keys.brought(index) : undefined;
  if (!near) return joinedKey(asking, field, { ...keys, kind: of, name });
  return sql`CASE WHEN ${name} IS NOT NULL THEN ${beside(asking, keys.nodeColumns(asking, field, near), keys)} END`;
}

/** The far end as the rows of a group have it: the same in all of them. */
const alongWith = (columns: Columns, near: Row | undefined): Row | undefined =>
  near && { ...near, column: (name) => columns.add(sql`any_value(${near.column(name)})`) };

function joinedKey(asking: Asking, field: Asked, of: Keys & { kind: Kind; name: Sql }): Sql {
  const row = rowOf(of.kind, asking.reading);
  of.joined.push(sql`LEFT JOIN ${from(row)} ON ${row.column("id")} = ${of.name}`);
  return sql`CASE WHEN ${row.column("id")} IS NOT NULL THEN ${beside(asking, of.nodeColumns(asking, field, row), of)} END`;
}
