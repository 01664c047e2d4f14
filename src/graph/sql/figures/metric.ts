import sql, { raw, type Sql } from "sql-template-tag";
import type { Kind, Row, ValueAttribute } from "../../model.js";
import { conditionOf } from "../filter/condition.js";
import { comparableOf } from "../expression.js";

/** What is computed over the rows of a group. */
export type Fold = "sum" | "avg" | "min" | "max";

/** Which rows it is computed over. */
export interface MetricInput {
  readonly where?: unknown;
  /** Counts rows that repeat others as well. */
  readonly repeated?: boolean | null;
}

/** The attributes of a kind that a fold makes sense for. */
export function foldable(kind: Kind, fold: Fold): ValueAttribute[] {
  const values = [...kind.attributes.values()].filter((attribute) => attribute.shape === "value");
  return values.filter(({ name, type }) => {
    if (name === "version") return false;
    const number = type.name === "Int" || type.name === "Decimal";
    return fold === "min" || fold === "max"
      ? type.comparison === "number" || type.comparison === "partialDate"
      : number;
  });
}

/** Number of rows. */
export const counted = (row: Row, { where }: MetricInput): Sql =>
  where == null ? sql`count(*)` : sql`count(*) FILTER (WHERE ${conditionOf(where, row)})`;

/** A fold over an attribute, as a number or date to compare and sort by; NULL over no value at all. */
export function folded(fold: Fold, attribute: ValueAttribute, row: Row, { where, repeated }: MetricInput): Sql {
  const value = comparableOf(attribute, row);
  const once = attribute.counts && !repeated && (fold === "sum" || fold === "avg");
  const condition = once
    ? sql`${conditionOf(attribute.counts, row)} AND ${conditionOf(where, row)}`
    : conditionOf(where, row);
  const filter = once || where != null ? sql` FILTER (WHERE ${condition})` : sql``;
  const result = sql`${raw(fold)}(${value})${filter}`;
  return fold === "avg" ? sql`trim_scale(round(${result}, 6))` : result;
}

/** A fold as the API shows it: sums and averages as exact decimals, least and greatest as the attribute itself. */
export function renderedFold(fold: Fold, attribute: ValueAttribute, row: Row, input: MetricInput): Sql {
  const value = folded(fold, attribute, row, input);
  return fold === "sum" || fold === "avg" ? sql`${value}::text` : attribute.type.render(value);
}
