import sql, { join, raw, type Sql } from "sql-template-tag";
import { snakeCase } from "../../declare/naming.js";
import type { Kind, Row, ValueAttribute } from "../../model.js";
import { boundOf } from "../filter/comparison.js";
import { conditionOf } from "../filter/condition.js";
import { entriesOf } from "../filter/refusals.js";
import { from } from "../row.js";
import { sourceOfNumbers } from "../source.js";
import { type Tally, tallyOf } from "./tally.js";

/** What a filter asks for: values of facets, and at most one range. */
interface Narrowed {
  readonly facets: Readonly<Record<string, unknown>>;
  readonly range?: Range;
}

interface Range {
  readonly attribute: ValueAttribute;
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}

/** One end of a range: what the column is compared with, and how. */
interface Bound {
  readonly operator: string;
  readonly value: Sql;
}

/**
 * The number of rows of a kind that fulfil a filter, from what is kept: the steps that lie inside the range are added up, rows are counted only in those that
 * the ends of it cut. None where the filter asks for anything else, or where more than the row itself decides whether this viewer sees it.
 */
export function keptNumber(row: Row, where: unknown): Sql | undefined {
  const tally = tallyOf(row.kind);
  const narrowed = tally && narrowedBy(where, tally);
  if (!narrowed) return undefined;
  const { facets, range } = narrowed;
  const table = raw(`"${tally.schema}"."${range ? snakeCase(range.attribute.name) : "total"}"`);
  const entries = sourceOfNumbers(table, row.kind, row.reading);
  if (!entries) return undefined;
  const alias = row.reading.alias();
  const entry: Row = { ...row, alias, column: (name) => sql`${alias}.${raw(`"${name}"`)}` };
  const among = (inside: Sql): Sql =>
    sql`(SELECT COALESCE(sum(${alias}.count), 0)::bigint FROM ${entries} AS ${alias} WHERE ${conditionOf(facets, entry)} AND ${inside})`;
  if (!range) return among(sql`TRUE`);
  const cut = cutBy(range, row, entry);
  const condition = conditionOf(where, row);
  const rows = cut.outside.map((outside) => sql`(SELECT count(*) FROM ${from(row)} WHERE ${condition} AND ${outside})`);
  return sql`(SELECT ${join([among(cut.inside), ...rows], " + ")} FROM ${cut.ends})`;
}

/** Where a range cuts the steps: which of them lie wholly inside, and which rows beside them are counted one by one. */
interface Cut {
  /** Where the first and the last whole step end, computed once. */
  readonly ends: Sql;
  readonly inside: Sql;
  /** Below the first whole step and behind the last, no row in both. */
  readonly outside: readonly Sql[];
}

function cutBy({ attribute, low, high }: Range, row: Row, entry: Row): Cut {
  const name = snakeCase(attribute.name);
  const [step, value] = [entry.column(name), row.column(name)];
  const alias = row.reading.alias();
  const [first, last] = [sql`${alias}.first`, sql`${alias}.last`];
  const ends = [
    ...(low ? [sql`${raw(low.operator === "gt" ? "step_after" : "step_from")}(${low.value}) AS first`] : []),
    ...(high ? [sql`step_until(${high.value}) AS last`] : []),
  ];
  const inside = [...(low ? [sql`${step} >= ${first}`] : []), ...(high ? [sql`${step} < ${last}`] : [])];
  const below = low ? [sql`${value} < ${first}`] : [];
  // Where both ends lie in one step, what is below the first is all there is.
  const behind = high ? [low ? sql`${value} >= ${last} AND ${value} >= ${first}` : sql`${value} >= ${last}`] : [];
  return {
    ends: sql`(SELECT ${join(ends)} OFFSET 0) AS ${alias}`,
    inside: join(inside, " AND "),
    outside: [...below, ...behind],
  };
}

function narrowedBy(where: unknown, { kind, facets, steps }: Tally): Narrowed | undefined {
  const asked = where == null ? [] : entriesOf(where, kind.name);
  const others = asked.filter(([name]) => !facets.some((each) => each.name === name));
  const narrowed = Object.fromEntries(asked.filter((each) => !others.includes(each)));
  const [only] = others;
  if (!only) return { facets: narrowed };
  const attribute = steps.find(({ name }) => name === only[0]);
  const range = others.length === 1 && attribute && rangeOf(attribute, entriesOf(only[1], only[0]), kind);
  return range ? { facets: narrowed, range } : undefined;
}

function rangeOf(attribute: ValueAttribute, operators: [string, unknown][], kind: Kind): Range | undefined {
  const single = operators.flatMap(([operator, given]): [string, unknown][] => {
    if (operator !== "between") return [[operator, given]];
    const { from: least, to: most } = given as { from: unknown; to: unknown };
    return [
      ["gte", least],
      ["lte", most],
    ];
  });
  const bound = (...names: string[]): Bound[] =>
    single
      .filter(([operator]) => names.includes(operator))
      .map(([operator, given]) => ({ operator, value: boundOf(attribute.type, operator, given, kind) }));
  const [low, high] = [bound("gt", "gte"), bound("lt", "lte")];
  const holds = low.length < 2 && high.length < 2 && low.length + high.length === single.length && single.length > 0;
  return holds ? { attribute, low: low[0], high: high[0] } : undefined;
}
