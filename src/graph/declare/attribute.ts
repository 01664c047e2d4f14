import type { Sql } from "sql-template-tag";
import type { PersonalRole } from "../../access/ranks.js";
import { classOf, notesOn } from "./collected.js";
import { compositeOf } from "./composite.js";
import type { Attribute as AttributeDeclaration, Class, FilterInput, Row } from "../model.js";
import type { ValueType } from "../types/value-type.js";

type Type = ValueType | Class | readonly [ValueType | Class];

interface Options {
  /** The value is always there: NOT NULL in the table, non-null in GraphQL. Absent values are normal in real plans, so this is said, not assumed. */
  readonly required?: boolean;
  /** Which rows count into sums of a number, where some rows repeat what others say. */
  readonly counts?: FilterInput;
  /** Lists are usually narrowed by it, whatever they are sorted by: the state of a measure. Each costs every write an index entry more for each order of the kind. */
  readonly facet?: boolean;
  /** Kept from those below this role. */
  readonly readableBy?: PersonalRole;
  /** Goes when the person that the row is linked to is erased. */
  readonly personal?: boolean;
}

const isClass = (type: ValueType | Class): type is Class => typeof type === "function";

type Derive = (row: Row) => Sql;

function declarationOf(name: string, type: Type, description: string, options: Options, derive?: Derive) {
  const { required = false, readableBy, personal, counts, facet } = options;
  const described = { name, description, required, readableBy, personal };
  if (Array.isArray(type)) {
    const [item] = type as readonly [ValueType | Class];
    const composite = isClass(item) ? compositeOf(item) : item;
    return { ...described, required: true, shape: "list", composite, derive } satisfies AttributeDeclaration;
  }
  const single = type as ValueType | Class;
  return isClass(single)
    ? ({ ...described, shape: "embedded", composite: compositeOf(single), derive } satisfies AttributeDeclaration)
    : ({ ...described, shape: "value", type: single, derive, counts, facet } satisfies AttributeDeclaration);
}

/** Declares a stored attribute: its column, its GraphQL field, its filter and its order follow from the type. */
export function Attribute(type: Type, description: string, options: Options = {}) {
  return (prototype: object, name: string): void =>
    void notesOn(classOf(prototype)).attributes.push(declarationOf(name, type, description, options));
}

/** Declares an attribute that follows from the row: an SQL expression instead of a column, otherwise like any other. */
export function Derived(type: Type, description: string, derive: Derive, options: Options = {}) {
  return (prototype: object, name: string): void =>
    void notesOn(classOf(prototype)).attributes.push(declarationOf(name, type, description, options, derive));
}

/** Says which attributes a computed field (a plain TypeGraphQL `@FieldResolver`) reads off its node. */
export function Needs(target: () => Class, ...attributes: string[]) {
  return (_prototype: object, field: string): void => {
    notesOn(target()).needs.set(field, attributes);
  };
}
