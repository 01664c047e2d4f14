import type { GraphQLResolveInfo } from "graphql";
import { Arg, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Decimal } from "../types/types.js";
import type { Class, Kind } from "../model.js";
import type { Figures } from "../resolve/figures.js";
import { type Fold, foldable } from "../sql/figures/fold.js";
import { filterInputOf } from "./filter-input.js";

/** Where a type keeps the figures of its object: an aggregate is its figures, a group has some. */
type Held = (object: object) => Figures;

const made = new WeakMap<Kind, Map<string, Class>>();

const FOLDS: readonly (readonly [Fold, string])[] = [
  ["sum", "Summen; leer, wenn es keinen Wert gibt"],
  ["avg", "Mittelwerte, auf sechs Stellen gerundet; leer, wenn es keinen Wert gibt"],
  ["min", "kleinste oder früheste Werte"],
  ["max", "größte oder späteste Werte"],
];

/** The object of a fold: one field per attribute that it makes sense for. Null when the kind has none. */
function foldTypeOf(kind: Kind, fold: Fold): Class | null {
  const attributes = foldable(kind, fold);
  if (attributes.length === 0) return null;
  const exact = fold === "sum" || fold === "avg";
  const name = `${kind.name}${exact ? "Totals" : "Extremes"}`;
  const types = made.get(kind) ?? new Map<string, Class>();
  made.set(kind, types);
  const found = types.get(name);
  if (found) return found;
  class Values {}
  for (const { name: field, type, description } of attributes) {
    const graphql = () => (exact ? Decimal : type).graphql as never;
    Field(graphql, { nullable: true, description })(Values.prototype, field);
  }
  ObjectType(name, {
    description: `${exact ? "Summen oder Mittelwerte" : "Kleinste oder größte Werte"}: ${kind.german}`,
  })(Values);
  types.set(name, Values);
  return Values;
}

/** Adds the fields `count sum avg min max` to a type; gives the class that resolves them. */
export function figureFieldsOf(kind: Kind, type: Class, held: Held): Class {
  class FigureFields {}
  const prototype = FigureFields.prototype;
  const count: Figure = {
    name: "count",
    type: () => Int as never,
    description: "Anzahl der Einträge",
    resolve: (object, input) => held(object).count(input),
  };
  addField(prototype, kind, count);
  for (const [fold, description] of FOLDS) {
    const of = foldTypeOf(kind, fold);
    if (!of) continue;
    const resolve: Resolve = (object, input, info) => held(object).fold(fold, input, info);
    addField(prototype, kind, { name: fold, type: () => of as never, description, resolve });
  }
  Resolver(() => type as never)(FigureFields);
  return FigureFields;
}

type Input = { where?: unknown; repeated?: boolean | null };
type Resolve = (object: object, input: Input, info: GraphQLResolveInfo) => unknown;

interface Figure {
  readonly name: Fold | "count";
  readonly type: () => never;
  readonly description: string;
  readonly resolve: Resolve;
}

function addField(prototype: object, kind: Kind, { name, type, description, resolve }: Figure): void {
  const repeats =
    (name === "sum" || name === "avg") && [...kind.attributes.values()].some((each) => "counts" in each && each.counts);
  const value = (object: object, where: unknown, info: GraphQLResolveInfo, repeated?: boolean) =>
    resolve(object, { where, repeated }, info);
  const descriptor = { value, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  const filter = filterInputOf(kind);
  FieldResolver(type, { description })(prototype, name, descriptor);
  Root()(prototype, name, 0);
  Arg("where", () => filter as never, { nullable: true, description: "nur über Einträge, auf die auch das zutrifft" })(
    prototype,
    name,
    1,
  );
  Info()(prototype, name, 2);
  if (!repeats) return;
  const option = {
    nullable: true,
    description: "auch zählen, was in anderen Einträgen schon enthalten ist (Voreinstellung: nein)",
  };
  Arg("repeated", () => Boolean, option)(prototype, name, 3);
}
