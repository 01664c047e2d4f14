import sql, { join, raw, type Sql } from "sql-template-tag";
import { BadUserInput } from "../../../platform/errors.js";
import { constantCase } from "../../declare/naming.js";
import type { ValueType } from "../../types/value-type.js";
import type { Kind, Row } from "../../model.js";
import { comparison } from "../filter/comparison.js";
import { valueTypeOfCount } from "../filter/count.js";
import { type Dimension, dimensionsOf, joinOf } from "./dimension.js";
import { GROUP_CEILING, GROUP_DEPTH } from "../limits.js";
import { type Fold, foldable, FOLDS, typeOfFold } from "./fold.js";
import { counted, folded } from "./metric.js";
import { entriesOf } from "../filter/refusals.js";

/** How a list is to be grouped, as a client writes it. */
export interface GroupInput {
  readonly by: readonly string[];
  readonly having?: unknown;
  readonly orderBy?: readonly { field: string; direction?: "ASC" | "DESC" | null }[] | null;
  readonly first?: number | null;
}

/** What groups are sorted by, and how: a key by its place among the keys, or a figure. */
export interface GroupOrder {
  readonly by: number | Sql;
  readonly direction: Sql;
}

/** A grouping in SQL: what is joined, the key of each dimension, and everything behind WHERE. */
export interface Grouping {
  readonly dimensions: readonly Dimension[];
  readonly joins: Sql;
  /** The far end that a dimension has joined beside each row. */
  readonly joined: readonly (Row | undefined)[];
  readonly keys: readonly Sql[];
  /** GROUP BY and HAVING, the keys being the first columns of the statement; of groups that are kept, one more condition. */
  readonly grouped: Sql;
  /** As asked for, then by the keys in their order; groups without a key come last. */
  readonly order: readonly GroupOrder[];
  readonly limit: Sql;
  /** More groups than this are an error, unless the client named a number. */
  readonly ceiling: number | undefined;
}

/** Everything behind WHERE. */
export const tailOf = ({ grouped, order, limit }: Grouping): Sql =>
  sql`${grouped} ORDER BY ${ordered(order, (by) => (typeof by === "number" ? raw(String(by + 1)) : by))} LIMIT ${limit}`;

/** A list for ORDER BY, where `named` tells what a key or a figure is called there. */
export const ordered = (order: readonly GroupOrder[], named: (by: number | Sql) => Sql): Sql =>
  join(order.map(({ by, direction }) => sql`${named(by)} ${direction}`));

function refuse(en: string, de: string, attribute: string): never {
  throw new BadUserInput({ en, de }, { attribute });
}

/** Reads the arguments of `groups` over a row, and whether its rows are few among all. Throws BadUserInput for what cannot be meant. */
export function groupingOf(input: GroupInput, row: Row, scoped: boolean): Grouping {
  const { by } = input;
  if (by.length === 0) refuse("Group by at least one thing.", "Gruppieren Sie nach mindestens einem Merkmal.", "by");
  if (by.length > GROUP_DEPTH || new Set(by).size < by.length)
    refuse(
      `Group by at most ${GROUP_DEPTH} different things.`,
      `Gruppieren Sie nach höchstens ${GROUP_DEPTH} verschiedenen Merkmalen.`,
      "by",
    );
  const dimensions = by.map((name) => dimensionsOf(row.kind).get(name)!);
  const { kept } = row;
  const joins = kept ? [] : dimensions.map((dimension) => joinOf(dimension, row, scoped));
  const keys = dimensions.map((each, index) => kept?.keys.get(each.key) ?? each.value(row, joins[index]?.joined));
  const positions = join(keys.map((_, index) => raw(String(index + 1))));
  const having = havingOf(input.having, row);
  const limit = input.first == null ? GROUP_CEILING + 1 : sizeOf(input.first);
  return {
    dimensions,
    joins: join([sql``, ...joins.flatMap((each) => (each ? [each.clause] : []))], " "),
    joined: joins.map((each) => each?.joined),
    keys,
    grouped: kept ? sql`AND ${having}` : sql`GROUP BY ${positions} HAVING ${having}`,
    order: orderOf(input, row),
    limit: raw(String(limit)),
    ceiling: input.first == null ? GROUP_CEILING : undefined,
  };
}

function sizeOf(first: number): number {
  if (first >= 0 && first <= GROUP_CEILING) return first;
  return refuse(
    `"first" must lie between 0 and ${GROUP_CEILING}.`,
    `„first“ muss zwischen 0 und ${GROUP_CEILING} liegen.`,
    "first",
  );
}

function havingOf(having: unknown, row: Row): Sql {
  if (having == null) return sql`TRUE`;
  const conditions = entriesOf(having, "having").flatMap(([name, given]) => {
    if (name === "count") return [compared(valueTypeOfCount, counted(row, {}), given, name, row.kind)];
    return entriesOf(given, name).map(([attribute, comparisons]) =>
      havingFold(name as Fold, attribute, comparisons, row),
    );
  });
  return conditions.length === 0 ? sql`TRUE` : join(conditions, " AND ");
}

function havingFold(fold: Fold, name: string, given: unknown, row: Row): Sql {
  const attribute = foldable(row.kind, fold).find((each) => each.name === name)!;
  return compared(typeOfFold(fold, attribute), folded(fold, attribute, row, {}), given, name, row.kind);
}

function compared(type: ValueType, value: Sql, given: unknown, name: string, kind: Kind): Sql {
  const operators = entriesOf(given, name).map(
    ([operator, operand]) => sql`(${comparison(type, value, operator, operand, kind)})`,
  );
  return operators.length === 0 ? sql`TRUE` : join(operators, " AND ");
}

/** Everything that groups of a kind can be sorted by, beside their keys. */
export function foldsOf(kind: Kind): Map<string, (row: Row) => Sql> {
  const folds = FOLDS.flatMap((fold) =>
    foldable(kind, fold).map((attribute): [string, (row: Row) => Sql] => [
      `${fold.toUpperCase()}_${constantCase(attribute.name)}`,
      (row) => folded(fold, attribute, row, {}),
    ]),
  );
  return new Map([["COUNT", (row: Row) => counted(row, {})], ...folds]);
}

function orderOf({ orderBy, by }: GroupInput, row: Row): GroupOrder[] {
  const folds = foldsOf(row.kind);
  const asked = (orderBy ?? []).map(({ field, direction }): GroupOrder => {
    const place = by.indexOf(field);
    const value = place >= 0 ? place : folds.get(field)?.(row);
    if (value === undefined)
      refuse(
        `Sort by ${field} only when grouping by it.`,
        `Nach ${field} lässt sich nur sortieren, wenn danach gruppiert wird.`,
        "orderBy",
      );
    return { by: value, direction: raw(direction === "DESC" ? "DESC NULLS LAST" : "ASC NULLS LAST") };
  });
  return [...asked, ...by.map((_, place): GroupOrder => ({ by: place, direction: raw("NULLS LAST") }))];
}
