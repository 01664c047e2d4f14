import sql, { type Sql, join, raw } from "sql-template-tag";
import { BadUserInput } from "../../../platform/errors.js";
import { constantCase } from "../../declare/naming.js";
import { Id } from "../../types/types.js";
import type { ValueType } from "../../types/value-type.js";
import type { Attribute, Kind, LinkEnd, Row } from "../../model.js";
import { comparableOf, comparablePartOf } from "../expression.js";
import { from, rowOf } from "../row.js";
import { isFilledBy } from "./filled.js";

/** Something that a list can be sorted by. */
export interface Sortable {
  readonly type: ValueType;
  readonly required: boolean;
  readonly description: string;
  /** Where a filter would name what an index keeps in order, with the id behind it; absent where none does. */
  readonly path?: readonly string[];
  readonly value: (row: Row) => Sql;
}

/** One key of an order, bound to a row. */
export interface OrderKey {
  readonly type: ValueType;
  readonly value: Sql;
  /** Whether rows may have no value: whether a cursor may hold none, and whether the rows of this very list may. */
  readonly nullable: boolean;
  readonly gaps: boolean;
  /** As in Sortable. */
  readonly path?: readonly string[];
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** As a client writes it. Empty values come last unless told otherwise, in either direction. */
export interface OrderInput {
  readonly field: string;
  readonly direction?: "ASC" | "DESC" | null;
  readonly nulls?: "FIRST" | "LAST" | null;
}

const known = new WeakMap<Kind, ReadonlyMap<string, Sortable>>();

/** What lists of a kind can be sorted by: its values, the parts of its objects, the values of what it links to. */
export function sortablesOf(kind: Kind): ReadonlyMap<string, Sortable> {
  const found = known.get(kind) ?? new Map(sortables(kind));
  known.set(kind, found);
  return found;
}

function* sortables(kind: Kind): Generator<[string, Sortable]> {
  for (const attribute of kind.attributes.values()) yield* ofAttribute(attribute);
  for (const link of kind.links.values()) if (link.column && link.target) yield* ofLink(link, link.target);
}

function* ofAttribute(attribute: Attribute): Generator<[string, Sortable]> {
  const { name, required, description } = attribute;
  if (attribute.shape === "value" && name !== "id")
    yield [
      constantCase(name),
      {
        type: attribute.type,
        required,
        description,
        path: attribute.derive || !attribute.type.indexed ? undefined : [name],
        value: (row) => comparableOf(attribute, row),
      },
    ];
  if (attribute.shape !== "embedded" || attribute.derive) return;
  for (const part of attribute.composite.attributes) {
    if (part.shape !== "value") continue;
    const value = (row: Row): Sql => comparablePartOf(attribute, part.name, row);
    yield [
      constantCase(`${name}.${part.name}`),
      {
        type: part.type,
        required: false,
        description: part.description,
        path: part.type.indexed ? [name, part.name] : undefined,
        value,
      },
    ];
  }
}

const HOUSEKEEPING = new Set(["version", "publication", "visibility", "createdAt", "updatedAt"]);

function* ofLink(link: LinkEnd, target: Kind): Generator<[string, Sortable]> {
  const always = link.required && link.hiddenWith !== false; // else the viewer may not see what is there
  for (const attribute of target.attributes.values()) {
    if (HOUSEKEEPING.has(attribute.name)) continue;
    for (const [name, far] of ofAttribute(attribute)) {
      const value = (row: Row): Sql => farValue(link, target, far, row);
      yield [
        `${constantCase(link.name)}_${name}`,
        { ...far, required: always && far.required, path: undefined, value },
      ];
    }
  }
}

function farValue(link: LinkEnd, target: Kind, sortable: Sortable, row: Row): Sql {
  const far = rowOf(target, row.reading, { few: true });
  return sql`(SELECT ${sortable.value(far)} FROM ${from(far)} WHERE ${link.belongs(row.column(link.column!), far)})`;
}

/**
 * The keys of an order with the id at their end, so that no two rows tie. Where the filter leaves no gaps in a key, an index
 * yields the order as it is. Throws BadUserInput for a field given twice.
 */
export function orderKeysOf(orders: readonly OrderInput[], row: Row, where: unknown): OrderKey[] {
  const fields = orders.map(({ field }) => field);
  if (new Set(fields).size < fields.length)
    throw new BadUserInput(
      { en: "orderBy names a field twice.", de: "orderBy nennt ein Feld doppelt." },
      { attribute: "orderBy" },
    );
  const keys = orders.map(({ field, direction, nulls }) => {
    const { type, value, required, path } = sortablesOf(row.kind).get(field)!;
    return {
      type,
      value: value(row),
      nullable: !required,
      path,
      gaps: !required && !(path && isFilledBy(where, path)),
      descending: direction === "DESC",
      nullsFirst: nulls === "FIRST",
    };
  });
  const id = { type: Id, value: row.column("id"), nullable: false, gaps: false, descending: false, nullsFirst: false };
  return [...keys, id];
}

/** The same order from its other end. */
export const reversed = (keys: readonly OrderKey[]): OrderKey[] =>
  keys.map((key) => ({ ...key, descending: !key.descending, nullsFirst: !key.nullsFirst }));

/** `ORDER BY` over the keys. */
export function orderBy(keys: readonly OrderKey[]): Sql {
  return sql`ORDER BY ${join(keys.map(sortTerm))}`;
}

function sortTerm({ value, gaps, descending, nullsFirst }: OrderKey): Sql {
  const direction = descending ? " DESC" : "";
  const nulls = !gaps || nullsFirst === descending ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST";
  return sql`${value}${raw(direction + nulls)}`;
}
