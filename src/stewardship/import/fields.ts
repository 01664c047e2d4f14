import { everythingOn } from "../../graph/declare/collected.js";
import { snakeCase } from "../../graph/declare/naming.js";
import { pairColumns, pairTable, partName } from "../../graph/declare/store.js";
import type { ValueType } from "../../graph/types/value-type.js";
import type { Attribute, Composite, Kind } from "../../graph/model.js";

/** A column of a kind's table. */
export interface StoredColumn {
  /** The name of the value: `costEur`, `visitingAddressPostalCode`. */
  readonly name: string;
  readonly column: string;
  /** PostgreSQL's name of the type. */
  readonly cast: string;
}

interface Named {
  readonly name: string;
  readonly required: boolean;
}

/** A value in a column of its own. */
export interface ValueField extends Named, StoredColumn {
  readonly shape: "value";
  readonly type: ValueType;
}

/** An object whose parts are columns. */
export interface EmbeddedField extends Named {
  readonly shape: "embedded";
  readonly parts: readonly (StoredColumn & { readonly part: string; readonly type: ValueType })[];
}

/** A list in one column of JSON. */
export interface ListField extends Named, StoredColumn {
  readonly shape: "list";
  readonly composite: Composite | ValueType;
}

/** A link to one node; `target` is null where it may be of any kind. */
export interface OneField extends Named, StoredColumn {
  readonly shape: "one";
  readonly target: Kind | null;
}

/** A link to many nodes, in a table of pairs. */
export interface ManyField extends Named {
  readonly shape: "many";
  readonly target: Kind;
  readonly table: string;
  /** The columns of this side and of the far side. */
  readonly columns: readonly [string, string];
}

/** Something that an import can fill. */
export type Field = ValueField | EmbeddedField | ListField | OneField | ManyField;

/** The database keeps these itself; the key is what a record is found by. */
const KEPT: ReadonlySet<string> = new Set(["id", "key", "version", "createdAt", "updatedAt"]);

/** Required, but a new node has them without being told. */
const PRESET: ReadonlySet<string> = new Set(["publication", "visibility"]);

const known = new WeakMap<Kind, ReadonlyMap<string, Field>>();

/** Everything of a kind that an import can fill, by name: what is stored, and nothing derived. */
export function fieldsOf(kind: Kind): ReadonlyMap<string, Field> {
  const fields = known.get(kind) ?? new Map(allFields(kind).map((field) => [field.name, field]));
  known.set(kind, fields);
  return fields;
}

/** The kind at the far end of a link that is stored here; null where it may be any, or where there is no such link. */
export function targetOf(kind: Kind, link: string): Kind | null {
  const field = fieldsOf(kind).get(link);
  return field && "target" in field ? field.target : null;
}

/** Whether a new record must be given the field. */
export const isNeeded = (field: Field): boolean =>
  field.required && field.shape !== "list" && field.shape !== "many" && !PRESET.has(field.name);

function allFields(kind: Kind): Field[] {
  const stored = [...kind.attributes.values()].filter(
    (attribute) => !KEPT.has(attribute.name) && !("derive" in attribute && attribute.derive),
  );
  const ones = [...kind.links.values()].flatMap(({ name, required, column, target }): Field[] =>
    column === undefined ? [] : [{ shape: "one", name, required, column, cast: "uuid", target }],
  );
  return [...stored.map(attributeField), ...ones, ...manyFields(kind)];
}

function attributeField(attribute: Attribute): Field {
  const { name, required } = attribute;
  const column = snakeCase(name);
  if (attribute.shape === "list")
    return { shape: "list", name, required, column, cast: "jsonb", composite: attribute.composite };
  if (attribute.shape === "value")
    return { shape: "value", name, required, column, cast: castOf(attribute.type), type: attribute.type };
  const parts = attribute.composite.attributes.flatMap((part) => {
    if (part.shape !== "value") return [];
    const property = partName(name, part.name);
    return [{ part: part.name, name: property, column: snakeCase(property), cast: castOf(part.type), type: part.type }];
  });
  return { shape: "embedded", name, required, parts };
}

/** Types of ours are quoted: `precision` means something else to PostgreSQL. */
const castOf = ({ cast, ...type }: ValueType): string =>
  "labels" in type && !cast.startsWith('"') ? `"${cast}"` : cast;

function manyFields(kind: Kind): Field[] {
  return everythingOn(kind.target).manyLinks.map(({ name }) => {
    const columns = pairColumns(kind.table, name);
    const target = kind.links.get(name)!.target!;
    return { shape: "many", name, required: false, target, table: pairTable(kind.table, name), columns };
  });
}
