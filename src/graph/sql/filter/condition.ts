import { valueTypeOfCount as COUNT } from "./count.js";
import sql, { type Sql, join } from "sql-template-tag";
import type { Attribute, Kind, LinkEnd, Row } from "../../model.js";
import type { ValueType } from "../../types/value-type.js";
import { addsUp, type Fold, foldable, foldOf, typeOfFold } from "../figures/fold.js";
import { comparison } from "./comparison.js";
import { comparableOf, comparablePartOf } from "../expression.js";
import { FILTER_DEPTH, FILTER_WIDTH } from "../limits.js";
import { entriesOf, required, tooDeep, tooWide } from "./refusals.js";
import { from, rowOf } from "../row.js";

const TRUE = sql`TRUE`;

/** The condition that a filter puts on a row. Throws a coded error for a filter that cannot be meant or is too deep. */
export function conditionOf(filter: unknown, row: Row, depth = 0): Sql {
  if (filter === undefined || (filter === null && depth === 0)) return TRUE;
  if (depth > FILTER_DEPTH) throw tooDeep();
  const parts = entriesOf(filter, row.kind.name).map(([name, value]) => part(name, value, row, depth));
  return parts.length === 0
    ? TRUE
    : join(
        parts.map((each) => sql`(${each})`),
        " AND ",
      );
}

function part(name: string, value: unknown, row: Row, depth: number): Sql {
  if (name === "and" || name === "or") return several(name, value, row, depth);
  // What is not known to be so is not so: a row without a value is among those for which the filter does not hold.
  if (name === "not") return sql`(${conditionOf(required(value, name), row, depth + 1)}) IS NOT TRUE`;
  const link = row.kind.links.get(name);
  if (link) return link.shape === "one" ? exists(link, value, row, depth) : quantified(link, value, row, depth);
  return ofAttribute(row.kind.attributes.get(name)!, value, row);
}

function several(name: "and" | "or", value: unknown, row: Row, depth: number): Sql {
  const filters = required(value, name) as unknown[];
  if (filters.length > FILTER_WIDTH) throw tooWide(name);
  if (filters.length === 0) return name === "and" ? TRUE : sql`FALSE`;
  const parts = filters.map((each) => sql`(${conditionOf(required(each, name), row, depth + 1)})`);
  return join(parts, name === "and" ? " AND " : " OR ");
}

function ofAttribute(attribute: Attribute, value: unknown, row: Row): Sql {
  const operators = entriesOf(value, attribute.name);
  if (attribute.shape === "value")
    return all(operators, ([operator, operand]) =>
      comparison(attribute.type, comparableOf(attribute, row), operator, operand, row.kind),
    );
  if (attribute.shape === "list") throw new Error(`${attribute.name} has no filter`);
  return all(operators, ([name, given]) => {
    const inner = attribute.composite.attributes.find((each) => each.name === name);
    if (inner?.shape !== "value") throw new Error(`${name} has no filter`);
    return all(entriesOf(given, name), ([operator, operand]) =>
      comparison(inner.type, comparablePartOf(attribute, name, row), operator, operand, row.kind),
    );
  });
}

const all = (entries: [string, unknown][], each: (entry: [string, unknown]) => Sql): Sql =>
  entries.length === 0
    ? TRUE
    : join(
        entries.map((entry) => sql`(${each(entry)})`),
        " AND ",
      );

/** What is read of the rows at the far end of a link, those that fulfil a condition of their own. */
function ofFar(read: (far: Row) => Sql, link: LinkEnd, value: unknown, row: Row, depth: number): Sql {
  if (!link.target) throw new Error(`${link.name} leads to any kind and has no filter`);
  const far = rowOf(link.target, row.reading, { known: link.via });
  const owner = row.column(link.column ?? "id");
  return sql`(SELECT ${read(far)} FROM ${from(far)} WHERE ${link.related(owner, far)} AND (${conditionOf(value, far, depth + 1)}))`;
}

const exists = (link: LinkEnd, value: unknown, row: Row, depth: number): Sql =>
  sql`EXISTS ${ofFar(() => sql`1`, link, required(value, link.name), row, depth)}`;

function quantified(link: LinkEnd, value: unknown, row: Row, depth: number): Sql {
  const { of = {}, ...quantifiers } = Object.fromEntries(entriesOf(value, link.name));
  required(of, "of");
  return all(Object.entries(quantifiers), ([quantifier, given]) => {
    const filter = required(given, quantifier);
    if (quantifier === "some") return exists(link, filter, row, depth);
    if (quantifier === "none") return sql`NOT ${exists(link, filter, row, depth)}`;
    if (quantifier === "every") return sql`NOT ${exists(link, { not: filter }, row, depth)}`;
    const figure = (read: (far: Row) => Sql): Sql => ofFar(read, link, of, row, depth);
    if (quantifier === "count")
      return compared(
        COUNT,
        figure(() => sql`count(*)`),
        filter,
        quantifier,
        row.kind,
      );
    return foldCompared(quantifier as Fold, filter, link, figure);
  });
}

/** `grants: { sum: { amountEur: { gt: "100000" } } }`: sums over the far end of a link leave out what repeats, like everywhere. */
function foldCompared(fold: Fold, given: unknown, link: LinkEnd, figure: (read: (far: Row) => Sql) => Sql): Sql {
  const kind = link.target!;
  return all(entriesOf(given, fold), ([name, comparisons]) => {
    const attribute = foldable(kind, fold).find((each) => each.name === name)!;
    const once = (far: Row): Sql | undefined =>
      attribute.counts && addsUp(fold) ? conditionOf(attribute.counts, far) : undefined;
    const value = figure((far) => foldOf(fold, comparableOf(attribute, far), once(far)));
    return compared(typeOfFold(fold, attribute), value, comparisons, name, kind);
  });
}

const compared = (type: ValueType, value: Sql, given: unknown, name: string, kind: Kind): Sql =>
  all(entriesOf(given, name), ([operator, operand]) => comparison(type, value, operator, operand, kind));
