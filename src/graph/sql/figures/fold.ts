import sql, { raw, type Sql } from "sql-template-tag";
import type { Kind, ValueAttribute } from "../../model.js";
import { Decimal } from "../../types/types.js";
import type { ValueType } from "../../types/value-type.js";

/** What is computed over many values of an attribute. */
export type Fold = "sum" | "avg" | "min" | "max";

/** All folds, in the order of the API. */
export const FOLDS = ["sum", "avg", "min", "max"] as const satisfies readonly Fold[];

/** Whether a fold adds values up, so that a value that repeats another must not count again. */
export const addsUp = (fold: Fold): boolean => fold === "sum" || fold === "avg";

/** The attributes of a kind that a fold makes sense for. */
export function foldable(kind: Kind, fold: Fold): ValueAttribute[] {
  const values = [...kind.attributes.values()].filter((attribute) => attribute.shape === "value");
  return values.filter(({ name, type }) => {
    if (name === "version") return false;
    if (addsUp(fold)) return type.name === "Int" || type.name === "Decimal";
    return type.comparison === "number" || type.comparison === "partialDate";
  });
}

/** The type of what a fold yields: sums and averages are exact decimals. */
export const typeOfFold = (fold: Fold, { type }: ValueAttribute): ValueType => (addsUp(fold) ? Decimal : type);

/** A fold over a value, of the rows that fulfil a condition; NULL over no value at all. Averages are rounded to six digits. */
export function foldOf(fold: Fold, value: Sql, condition?: Sql): Sql {
  const filter = condition ? sql` FILTER (WHERE ${condition})` : sql``;
  const result = sql`${raw(fold)}(${value})${filter}`;
  return fold === "avg" ? sql`trim_scale(round(${result}, 6))` : result;
}
