import sql, { raw, type Sql } from "sql-template-tag";
import { type Sight, sightOf } from "../../../access/sight.js";
import { ANONYMOUS, type Viewer } from "../../../access/viewer.js";
import { snakeCase } from "../../declare/naming.js";
import type { Kind, KeptGroup, LinkEnd, Reading, Row, ValueAttribute } from "../../model.js";
import { type Dimension, dimensionsOf } from "./dimension.js";
import { foldable } from "./fold.js";

/** Groups of all rows of a kind that the database keeps as rows of their own, and keeps true at every commit (decision 19). */
export interface Summary {
  /** The schema in the database that holds it. */
  readonly name: string;
  readonly kind: Kind;
  /** What it is grouped by, by the name that clients use. */
  readonly by: ReadonlyMap<string, Dimension>;
  readonly sums: readonly ValueAttribute[];
  /** Every table that decides what stands in it. */
  readonly tables: readonly string[];
}

/** Viewers who see the same rows of every kind, and for whom groups are kept; others have them computed. */
export const SIGHTS: ReadonlyMap<string, Viewer> = new Map([
  ["PUBLIC", ANONYMOUS],
  ["STAFF", { role: "STAFF", departments: [] }],
]);

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
  const dimensions = [...by.values()];
  const links = dimensions.flatMap(({ link }) => (link ? [link.target!.table, ...stores(link)] : []));
  return {
    name: [kind.table, "by", ...dimensions.map(({ key }) => snakeCase(key))].join("_").slice(0, 63),
    ...{ kind, by },
    sums: foldable(kind, "sum").filter(({ counts, derive, readableBy }) => !counts && !derive && !readableBy),
    tables: [...new Set([kind.table, ...links])],
  };
}

const stores = ({ stored }: LinkEnd): string[] => stored!.map(({ table }) => table);

/** Whether every change of the key is noticed: a value of the row itself, or who stands at the far end of pairs that are written down. */
function isFollowed({ key, link }: Dimension, { attributes }: Kind): boolean {
  if (link) return link.stored !== undefined && !link.readableBy && !isPart(link.target!);
  const attribute = attributes.get(key);
  return attribute?.shape === "value" && !attribute.derive && !attribute.readableBy;
}

/** A part is hidden with its whole, which no change of the part tells. */
const isPart = ({ links }: Kind): boolean => [...links.values()].some(({ hiddenWith }) => hiddenWith);

function refuse(kind: Kind, name: string): never {
  throw new Error(`${kind.name} cannot keep groups by ${name}`);
}

/** The column that holds a key, by the name of its dimension. */
export const keyColumn = (key: string): string => `by_${snakeCase(key)}`;

/** The column that holds a sum, by the name of its attribute. */
export const sumColumn = (attribute: string): string => `sum_${snakeCase(attribute)}`;

/** The kept groups of a summary that a reading may see, in place of rows; none where groups are not kept for its viewer. */
export function keptRow(summary: Summary, reading: Reading): Row | undefined {
  const { name, kind, by, sums, tables } = summary;
  const kinds = reading.graph.kinds.filter(({ table }) => tables.includes(table));
  const sight = [...SIGHTS].find(([, viewer]) => kinds.every((each) => seeAlike(viewer, reading.viewer, each)));
  if (!sight) return undefined;
  for (const table of tables) reading.touch(table);
  const alias = reading.alias();
  const column = (each: string): Sql => sql`${alias}.${raw(`"${each}"`)}`;
  const kept: KeptGroup = {
    table: sql`(SELECT * FROM ${raw(`"${name}"."groups"`)} WHERE sight = ${raw(`'${sight[0]}'`)})`,
    keys: new Map([...by.values()].map(({ key }) => [key, column(keyColumn(key))])),
    count: column("count"),
    sums: new Map(sums.map((each) => [each.name, column(sumColumn(each.name))])),
  };
  return { kind, alias, reading, reached: {}, column, kept };
}

function seeAlike(one: Viewer, other: Viewer, { name }: Kind): boolean {
  const [left, right] = [sightOf(one, name), sightOf(other, name)];
  return (Object.keys(left) as (keyof Sight)[]).every((each) => left[each] === right[each]);
}
