import sql, { type Sql, raw } from "sql-template-tag";
import { BadUserInput } from "../../../platform/errors.js";
import type { Kind } from "../../model.js";
import { NODE_ID } from "../../types/types.js";
import type { ValueType } from "../../types/value-type.js";
import { FILTER_WIDTH } from "../limits.js";
import { converted, gathered } from "../slot.js";
import { boundOfPartialDate, ofPartialDate } from "./partial-date.js";
import { required, sought, tooWide } from "./refusals.js";

type Operand = string | number | boolean;

/** One operator of a filter on one value: `endsOn: { lt: "2020" }`. */
export function comparison(type: ValueType, value: Sql, operator: string, operand: unknown, kind: Kind): Sql {
  const given = required(operand, operator);
  if (operator === "isNull") return given ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`;
  if (operator === "in" || operator === "notIn") return among(type, value, operator, given, kind);
  if (operator === "between") return between(type, value, given as { from: Operand; to: Operand }, kind);
  if (operator === "matches")
    return sql`search_vector(${value}) @@ ${once(sql`search_query(${converted(given, sought)})`)}`;
  const around = LIKE[operator];
  if (around)
    return like(
      value,
      converted<string>(given, (text) => around(escaped(text))),
    );
  if (type.comparison === "partialDate") return ofPartialDate(value, operator, given);
  return sql`${value} ${raw(SYMBOL[operator]!)} ${parameter(type, given, kind)}`;
}

/** What a column is compared with by `lt`, `lte`, `gt` or `gte`. */
export const boundOf = (type: ValueType, operator: string, operand: unknown, kind: Kind): Sql =>
  type.comparison === "partialDate"
    ? boundOfPartialDate(operator, required(operand, operator))
    : parameter(type, required(operand, operator), kind);

const SYMBOL: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "IS DISTINCT FROM",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
};

const LIKE: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  startsWith: (text) => `${text}%`,
  endsWith: (text) => `%${text}`,
};

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Computed once, not for every row: under a generic plan PostgreSQL computes a function of a parameter again and again. */
const once = (computed: Sql): Sql => sql`(SELECT ${computed})`;

/** Without regard to case and umlauts: `lowe`, `loewe` and `Löwe` all find `Löwe` (see `fold_marks`, `fold_umlauts`). */
const like = (value: Sql, pattern: unknown): Sql =>
  sql`(fold_marks(${value}) LIKE ${once(sql`fold_marks(${pattern})`)} OR fold_umlauts(${value}) LIKE ${once(sql`fold_umlauts(${pattern})`)})`;

function between(type: ValueType, value: Sql, range: { from: Operand; to: Operand }, kind: Kind): Sql {
  return sql`${comparison(type, value, "gte", range.from, kind)} AND ${comparison(type, value, "lte", range.to, kind)}`;
}

function among(type: ValueType, value: Sql, operator: "in" | "notIn", operands: unknown, kind: Kind): Sql {
  const values = converted<Operand[]>(gathered(operands), (given) => {
    if (given.length > FILTER_WIDTH) throw tooWide(operator);
    return given.map((operand) => stored(type, required(operand, operator) as Operand, kind));
  });
  const list = sql`${values}::${raw(type.cast)}[]`;
  return operator === "in" ? sql`${value} = ANY(${list})` : sql`(${value} = ANY(${list})) IS NOT TRUE`;
}

function parameter(type: ValueType, operand: unknown, kind: Kind): Sql {
  return sql`${converted<Operand>(operand, (given) => stored(type, given, kind))}::${raw(type.cast)}`;
}

/** The operand as the column holds it: an id without its prefix. An id of another kind is a mistake worth telling. */
function stored(type: ValueType, operand: Operand, kind: Kind): Operand {
  if (type.name !== "ID") return operand;
  const [, prefix, uuid] = NODE_ID.exec(String(operand)) ?? [];
  if (prefix === kind.prefix && uuid) return uuid;
  throw new BadUserInput(
    { en: `This is not an id of ${kind.name}.`, de: `Das ist keine Kennung der Art ${kind.name}.` },
    { attribute: "id" },
  );
}
