import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Kind, Row } from "../model.js";
import type { Dimension } from "../sql/figures/dimension.js";
import { type GroupInput, groupingOf } from "../sql/figures/group.js";
import { counted, type Fold, foldable, type MetricInput, renderedFold } from "../sql/figures/metric.js";
import { from, rowOf } from "../sql/row.js";
import { type Asked, type Asking, argumentsOf, below, objectTypeOf, Unplannable } from "./asking.js";
import { named, object, typename } from "./json.js";

type NodeColumns = (asking: Asking, field: Asked, row: Row) => Sql;

/** Numbers are computed by an inner SELECT, one column each, and put into objects by an outer one. */
class Columns {
  readonly all: Sql[] = [];

  constructor(private readonly inner: Sql) {}

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

function figure(asking: Asking, field: Asked, row: Row, columns: Columns): Sql {
  if (field.name === "__typename") return typename(field.type.name);
  const input = argumentsOf(asking, field) as MetricInput;
  if (field.name === "count") return columns.add(counted(row, input));
  const fold = field.name as Fold;
  const type = objectTypeOf(field);
  return object(
    named(
      below(asking, field, type).map((each) => {
        if (each.name === "__typename") return [each.key, typename(type.name)];
        const attribute = foldable(row.kind, fold).find(({ name }) => name === each.name);
        if (!attribute) throw new Unplannable(`${type.name}.${each.name}`);
        return [each.key, columns.add(renderedFold(fold, attribute, row, input))];
      }),
    ),
  );
}

/** `groups(by: …) { … }` over the rows that `where` lets through. */
export function groups(asking: Asking, field: Asked, row: Row, where: Sql, nodeColumns: NodeColumns): Sql {
  const { dimensions, joins, keys, tail, ceiling } = groupingOf(
    argumentsOf(asking, field) as unknown as GroupInput,
    row,
  );
  const inner = asking.reading.alias();
  const columns = new Columns(inner);
  const names = keys.map((key) => columns.add(key));
  const groupField = (each: Asked): Sql => {
    if (each.name !== "keys") return figure(asking, each, row, columns);
    const type = objectTypeOf(each);
    return object(
      named(below(asking, each, type).map((key) => [key.key, keyField(asking, key, dimensions, names, nodeColumns)])),
    );
  };
  const fields = named(below(asking, field, objectTypeOf(field)).map((each) => [each.key, groupField(each)]));
  const rows = sql`SELECT ${fields} FROM (SELECT ${columns.list} FROM ${from(row)}${joins} WHERE ${where} ${tail}) AS ${inner}`;
  const list = sql`COALESCE(json_agg("@"), '[]'::json)`;
  const guarded =
    ceiling === undefined
      ? list
      : sql`CASE WHEN count(*) > ${raw(String(ceiling))} THEN too_many('groups') ELSE ${list} END`;
  return sql`(SELECT ${guarded} FROM (${rows}) AS "@")`;
}

function keyField(
  asking: Asking,
  field: Asked,
  dimensions: readonly Dimension[],
  names: readonly Sql[],
  nodeColumns: NodeColumns,
): Sql {
  if (field.name === "__typename") return typename(field.type.name);
  const index = dimensions.findIndex(({ key }) => key === field.name);
  if (index < 0) return sql`NULL::json`;
  const { of } = dimensions[index]!;
  return "target" in of ? nodeKey(asking, field, of, names[index]!, nodeColumns) : of.render(names[index]!);
}

function nodeKey(asking: Asking, field: Asked, kind: Kind, id: Sql, nodeColumns: NodeColumns): Sql {
  const row = rowOf(kind, asking.reading);
  return sql`(SELECT row_to_json("@") FROM (SELECT ${nodeColumns(asking, field, row)} FROM ${from(row)} WHERE ${row.column("id")} = ${id}) AS "@")`;
}
