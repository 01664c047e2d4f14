import sql, { type Sql } from "sql-template-tag";
import type { Row, ValueAttribute } from "../../model.js";
import { conditionOf } from "../filter/condition.js";
import { comparableOf } from "../expression.js";
import { addsUp, type Fold, foldOf } from "./fold.js";

/** Which rows it is computed over. */
export interface MetricInput {
  readonly where?: unknown;
  /** Counts rows that repeat others as well. */
  readonly repeated?: boolean | null;
}

/** Number of rows. */
export const counted = (row: Row, { where }: MetricInput): Sql =>
  row.kept ? row.kept.count : where == null ? sql`count(*)` : sql`count(*) FILTER (WHERE ${conditionOf(where, row)})`;

/** A fold over an attribute, as a number or date to compare and sort by; NULL over no value at all. */
export function folded(fold: Fold, attribute: ValueAttribute, row: Row, { where, repeated }: MetricInput): Sql {
  if (row.kept) {
    if (fold !== "sum") throw new Error(`Nobody keeps ${fold} of ${attribute.name}`);
    return row.kept.sums.get(attribute.name)!;
  }
  const value = comparableOf(attribute, row);
  if (attribute.counts && !repeated && addsUp(fold))
    return foldOf(fold, value, sql`${conditionOf(attribute.counts, row)} AND ${conditionOf(where, row)}`);
  return foldOf(fold, value, where == null ? undefined : conditionOf(where, row));
}

/** A fold's value as the API shows it: sums and averages as exact decimals, least and greatest as the attribute itself. */
export const renderedFold = (fold: Fold, { type }: ValueAttribute, value: Sql): Sql =>
  addsUp(fold) ? sql`${value}::text` : type.render(value);
