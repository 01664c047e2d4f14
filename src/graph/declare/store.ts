import { Check } from "typeorm/decorator/Check.js";
import { Column } from "typeorm/decorator/columns/Column.js";
import { Index } from "typeorm/decorator/Index.js";
import { JoinColumn } from "typeorm/decorator/relations/JoinColumn.js";
import { JoinTable } from "typeorm/decorator/relations/JoinTable.js";
import { ManyToMany } from "typeorm/decorator/relations/ManyToMany.js";
import { ManyToOne } from "typeorm/decorator/relations/ManyToOne.js";
import { PrimaryColumn } from "typeorm/decorator/columns/PrimaryColumn.js";
import type { Collected } from "./collected.js";
import type { Attribute, Class, ShortcutDeclaration, Target, ValueAttribute } from "../model.js";
import { snakeCase } from "./naming.js";
import type { ValueType } from "../types/value-type.js";

interface Stored {
  readonly name: string;
  readonly table: string;
  readonly target: Class;
}

/** PostgreSQL cuts names at 63 bytes; ours are cut before, at the end that says least. */
const named = (...parts: string[]): string => parts.join("_").slice(0, 63);

function storeValue(kind: Stored, name: string, type: ValueType, required: boolean): void {
  const column = snakeCase(name);
  const prototype = kind.target.prototype as object;
  if (name === "id")
    return PrimaryColumn({ ...type.column, name: column, default: () => "uuid_v7()" } as never)(prototype, name);
  Column({ ...type.column, ...defaultOf(name), name: column, nullable: !required })(prototype, name);
  if (type.check) Check(named(kind.table, column, "valid"), type.check(`"${column}"`))(kind.target);
  if (name === "key") Index(named(kind.table, "key"), [name], { unique: true })(kind.target);
  else if (type.indexed) Index(named(kind.table, column, "order"), [name, "id"])(kind.target);
}

function defaultOf(name: string): object {
  if (name === "createdAt" || name === "updatedAt") return { default: () => "now()" };
  if (name === "version") return { default: 1 };
  if (name === "publication") return { default: "PUBLISHED" };
  return name === "visibility" ? { default: "PUBLIC" } : {};
}

function storePart(kind: Stored, whole: Attribute, part: Attribute): void {
  if (part.shape === "value") storeValue(kind, partName(whole.name, part.name), part.type, false);
}

/** `visitingAddress` and `postalCode` as one property of the row: `visitingAddressPostalCode`. */
export const partName = (whole: string, part: string): string => whole + part.charAt(0).toUpperCase() + part.slice(1);

/** Gives every stored attribute its column, its check and the index of its order. */
export function storeAttributes(kind: Stored, attributes: readonly Attribute[]): void {
  const prototype = kind.target.prototype as object;
  for (const attribute of attributes) {
    const column = snakeCase(attribute.name);
    if (attribute.derive) continue;
    if (attribute.shape === "embedded")
      for (const part of attribute.composite.attributes) storePart(kind, attribute, part);
    else if (attribute.shape === "list")
      Column({ type: "jsonb", name: column, default: () => "'[]'" })(prototype, attribute.name);
    else storeValue(kind, attribute.name, attribute.type, attribute.required);
  }
}

const isOrdered = ({ name, type, derive }: ValueAttribute): boolean =>
  type.indexed && !derive && ["number", "partialDate", "text"].includes(type.comparison) && name !== "key";

/**
 * Gives every order of the kind an index for each of its facets, in which stands what tells who may see the row. So a list of one state in any order is read
 * where it begins, and counted without a look at its rows (decision 15). Visibility stands last: staff see every one, and theirs must be in order as well.
 */
export function storeFacets(kind: Stored, attributes: readonly Attribute[]): void {
  const values = attributes.filter((each): each is ValueAttribute => each.shape === "value");
  for (const { name: facet } of values.filter((each) => each.facet))
    for (const { name } of values.filter(isOrdered))
      Index(named(kind.table, snakeCase(facet), snakeCase(name), "facet"), [
        facet,
        "publication",
        name,
        "id",
        "visibility",
      ])(kind.target);
}

const typeormTarget = (target: Target): never => (typeof target === "string" ? target : () => target()) as never;

/** Gives every link its foreign key and index, every shortcut the indexes of its pairs, every many-to-many link its table of pairs. */
export function storeLinks(kind: Stored, { links, manyLinks, once, shortcuts }: Collected): void {
  const prototype = kind.target.prototype as object;
  for (const { name, target, required } of links) {
    const column = `${snakeCase(name)}_id`;
    ManyToOne(typeormTarget(target), { nullable: !required })(prototype, name);
    JoinColumn({ name: column, foreignKeyConstraintName: named(kind.table, column, "fkey") })(prototype, name);
    Index(named(kind.table, column, "link"), [name, "id"])(kind.target); // with the id: lists below an owner come in its order
  }
  for (const { from, to, asked } of pairsOf(shortcuts))
    Index(named(kind.table, snakeCase(from), snakeCase(to), "pairs"), [from, ...asked, to])(kind.target);
  for (const ends of once)
    Index(named(kind.table, ...ends.map(snakeCase), "once"), [...ends], { unique: true })(kind.target);
  for (const { name, target } of manyLinks) {
    const [own, far] = pairColumns(kind.table, name);
    const table = pairTable(kind.table, name);
    ManyToMany(typeormTarget(target))(prototype, name);
    JoinTable({
      name: table,
      joinColumn: { name: own, foreignKeyConstraintName: named(table, own, "fkey") },
      inverseJoinColumn: { name: far, foreignKeyConstraintName: named(table, far, "fkey") },
    })(prototype, name);
  }
}

interface Pairs {
  readonly from: string;
  readonly to: string;
  readonly asked: readonly string[];
}

/**
 * What the indexes of shortcuts hold, from either end: one end, what is asked of the link, the other end. Asked is what the shortcut says and
 * what tells whether the link may be seen. The far ends below a node are found there alone, without a look at each row of the link (decision 15).
 */
function pairsOf(shortcuts: readonly ShortcutDeclaration[]): Pairs[] {
  const pairs = new Map<string, Pairs>();
  for (const shortcut of shortcuts)
    for (const [from, to] of [
      [shortcut.from, shortcut.to],
      [shortcut.to, shortcut.from],
    ] as const) {
      const before = pairs.get(`${from} ${to}`)?.asked ?? [];
      const asked = [...new Set([...Object.keys(shortcut.where ?? {}), ...before, "publication", "visibility"])];
      pairs.set(`${from} ${to}`, { from, to, asked });
    }
  return [...pairs.values()];
}

/** The table that holds the pairs of a many-to-many link. */
export const pairTable = (table: string, link: string): string => `${table}_${snakeCase(link)}`;

/** Its two columns: the side that declares the link, then the far side. */
export const pairColumns = (table: string, link: string): [string, string] => [`${table}_id`, `${snakeCase(link)}_id`];
