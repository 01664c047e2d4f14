import type { Sql } from "sql-template-tag";
import type { Row } from "../../model.js";
import { entriesOf } from "../../sql/filter/refusals.js";
import type { MetricInput } from "../../sql/figures/metric.js";
import { keptNumber } from "../../sql/figures/kept-number.js";
import { type Asked, type Asking, argumentsOf, below, objectTypeOf } from "../asking.js";
import { named, object, typename } from "../json.js";

/** `aggregate { … }` over a filter that asks for numbers of rows and nothing else, where the database keeps all of them: `planned: count(where: …)`. */
export function keptNumbers(asking: Asking, field: Asked, row: Row, where: unknown): Sql | undefined {
  const columns: [string, Sql][] = [];
  for (const each of below(asking, field, objectTypeOf(field))) {
    const value = each.name === "__typename" ? typename(each.type.name) : keptCount(asking, each, row, where);
    if (!value) return undefined;
    columns.push([each.key, value]);
  }
  return object(named(columns));
}

function keptCount(asking: Asking, field: Asked, row: Row, where: unknown): Sql | undefined {
  if (field.name !== "count") return undefined;
  const both = inBoth(where, (argumentsOf(asking, field) as MetricInput).where);
  return both && keptNumber(row, both);
}

/** Two filters as one; none where both say something of the same field. */
function inBoth(one: unknown, other: unknown): object | undefined {
  const [first, second] = [entriesIn(one), entriesIn(other)];
  const names = new Set(first.map(([name]) => name));
  return second.some(([name]) => names.has(name)) ? undefined : Object.fromEntries([...first, ...second]);
}

const entriesIn = (filter: unknown): [string, unknown][] => (filter == null ? [] : entriesOf(filter, "where"));
