import sql, { join, raw, type Sql } from "sql-template-tag";
import { ANONYMOUS, type Viewer } from "../../../access/viewer.js";
import { snakeCase } from "../../declare/naming.js";
import type { Kind, KeptGroup, LinkEnd, Reading, Row, ValueAttribute } from "../../model.js";
import { comparableOf } from "../expression.js";
import { reading as newReading } from "../reading.js";
import { from, rowOf } from "../row.js";
import { type Dimension, dimensionsOf, joinOf } from "./dimension.js";
import { foldable } from "./fold.js";

/** Groups of all rows of a kind that the database keeps as rows of their own, and keeps true at every commit (decision 19). */
export interface Summary {
  /** The schema in the database that holds it. */
  readonly name: string;
  readonly kind: Kind;
  /** What it is grouped by, by the name that clients use. */
  readonly by: ReadonlyMap<string, Dimension>;
  readonly sums: readonly ValueAttribute[];
}

/** Viewers for whom groups are kept. Whoever sees other rows has them computed. */
export const SIGHTS: ReadonlyMap<string, Viewer> = new Map([
  ["PUBLIC", ANONYMOUS],
  ["STAFF", { role: "STAFF", departments: [] }],
]);

const LONGEST_NAME = 63; // PostgreSQL cuts longer ones, and two might become one

const known = new WeakMap<Kind, readonly Summary[]>();

/** What a kind's declaration wants to be kept. Throws for what could not be kept true. */
export function summariesOf(kind: Kind): readonly Summary[] {
  const found = known.get(kind) ?? kind.summaries.map((by) => summaryOf(kind, by));
  known.set(kind, found);
  return found;
}

function summaryOf(kind: Kind, names: readonly string[]): Summary {
  const by = new Map(names.map((name) => [name, dimensionsOf(kind).get(name) ?? refuse(kind, name)]));
  for (const [name, dimension] of by) if (!isFollowed(dimension, kind)) refuse(kind, name);
  if (isPart(kind)) refuse(kind, names.join());
  const keys = [...by.values()].map(({ key }) => snakeCase(key));
  const sums = foldable(kind, "sum").filter(({ counts, derive, readableBy }) => !counts && !derive && !readableBy);
  const name = [snakeCase(kind.name), "by", ...keys].join("_");
  return name.length > LONGEST_NAME ? refuse(kind, names.join()) : { name, kind, by, sums };
}

/** Whether every change of the key is noticed: a value of the row itself, or who stands at the far end of pairs that are written down. */
function isFollowed({ key, link }: Dimension, { attributes }: Kind): boolean {
  if (link) return link.stored !== undefined && !link.readableBy && !isPart(link.target!);
  const attribute = attributes.get(key);
  return attribute?.shape === "value" && !attribute.derive && !attribute.readableBy;
}

/** A part is hidden with its whole, which no change of the part tells. */
export const isPart = ({ links }: Kind): boolean => [...links.values()].some(({ hiddenWith }: LinkEnd) => hiddenWith);

function refuse(kind: Kind, name: string): never {
  throw new Error(`${kind.name} cannot keep groups by ${name}`);
}

/** The column that holds a key, by the name of its dimension. */
export const keyColumn = (key: string): string => `by_${snakeCase(key)}`;

/** The column that holds a sum, by the name of its attribute. */
export const sumColumn = (attribute: string): string => `sum_${snakeCase(attribute)}`;

/** What each row contributes to the groups that a reading may see: the query that they are otherwise made of, before it is grouped. */
export function partsOf({ kind, by, sums }: Summary, reading: Reading): Sql {
  const row = rowOf(kind, reading);
  const joins = [...by.values()].map((dimension) => ({ dimension, made: joinOf(dimension, row, true) }));
  const named = (value: Sql, name: string): Sql => sql`${value} AS ${raw(name)}`;
  const columns = [
    named(row.column("id"), "id"),
    ...joins.map(({ dimension, made }) => named(dimension.value(row, made?.joined), keyColumn(dimension.key))),
    ...sums.map((each) => named(comparableOf(each, row), sumColumn(each.name))),
  ];
  const clauses = joins.flatMap(({ made }) => (made ? [made.clause] : []));
  return sql`SELECT ${join(columns)} FROM ${join([from(row), ...clauses], " ")}`;
}

/**
 * The kept groups that a reading may see, in place of rows; none where they would be made of other parts than those that are kept.
 * What hides rows from a viewer, or will do so, stands in the parts, so that it need not be known here.
 */
export function keptRow(summary: Summary, reading: Reading): Row | undefined {
  const { name, kind, by, sums } = summary;
  const parts = told(partsOf(summary, numbered(reading)));
  const sight = [...SIGHTS].find(
    ([, viewer]) => told(partsOf(summary, newReading(reading.graph, viewer))) === parts,
  )?.[0];
  if (sight === undefined) return undefined;
  const row = rowOf(kind, reading);
  const { column } = row;
  const kept: KeptGroup = {
    groups: sql`(SELECT * FROM ${raw(`"${name}"."groups"`)} WHERE sight = ${raw(`'${sight}'`)})`,
    keys: new Map([...by.values()].map(({ key }) => [key, column(keyColumn(key))])),
    count: column("count"),
    sums: new Map(sums.map((each) => [each.name, column(sumColumn(each.name))])),
  };
  return { ...row, kept };
}

/** The same reading with names of its own, as in a new statement. */
function numbered(reading: Reading): Reading {
  const { alias } = newReading(reading.graph, reading.viewer);
  return { ...reading, alias };
}

const told = ({ strings, values }: Sql): string => JSON.stringify([strings, values]);
