import { Field, InputType } from "type-graphql";
import type { ValueType } from "../types/value-type.js";
import type { Class } from "../model.js";

const made = new Map<string, Class>();

type Described = Readonly<Record<string, string>>;

const SAME: Described = { eq: "gleich", ne: "ungleich (auch: leer)" };
const AMONG: Described = { in: "einer von", notIn: "keiner von (auch: leer)" };
const ORDER: Described = { lt: "kleiner / früher", lte: "höchstens", gt: "größer / später", gte: "mindestens" };
const LIKE: Described = {
  contains: "enthält, ohne Groß-/Kleinschreibung und Umlaute zu unterscheiden",
  startsWith: "beginnt mit (wie contains)",
  endsWith: "endet mit (wie contains)",
  matches: "enthält alle Wörter, auch gebeugt (deutsche Volltextsuche)",
};

function singleOperators({ comparison, name }: ValueType): Described {
  if (comparison === "text") return { ...SAME, ...LIKE };
  if (comparison === "number" || comparison === "partialDate") return { ...SAME, ...ORDER };
  return name === "Boolean" ? { eq: SAME.eq! } : SAME;
}

/** The filter input of a type of value: `DecimalFilter { eq ne in notIn isNull lt lte gt gte between }`. */
export function comparisonInputOf(type: ValueType): Class {
  const found = made.get(type.name);
  if (found) return found;
  class Comparison {}
  made.set(type.name, Comparison);
  const scalar = () => type.graphql as never;
  const add = (name: string, of: () => never, description: string): void =>
    Field(of, { nullable: true, description })(Comparison.prototype, name);
  for (const [name, description] of Object.entries(singleOperators(type))) add(name, scalar, description);
  if (type.name !== "Boolean")
    for (const [name, description] of Object.entries(AMONG)) add(name, () => [scalar()] as never, description);
  add("isNull", () => Boolean as never, "ist leer (true) oder nicht leer (false)");
  const range = type.comparison === "number" || type.comparison === "partialDate" ? rangeInputOf(type) : undefined;
  if (range) add("between", () => range as never, "von–bis, beide Grenzen eingeschlossen");
  InputType(`${type.name}Filter`, { description: descriptionOf(type) })(Comparison);
  return Comparison;
}

const descriptionOf = ({ comparison, name }: ValueType): string =>
  comparison === "partialDate"
    ? 'Filter für Daten mit Teilgenauigkeit: verglichen werden alle Tage, die ein Datum meinen kann. „2018“ ist früher als „2019-01“ und liegt in between {from: "2018", to: "2018"}; eq verlangt dieselbe Genauigkeit.'
    : `Filter für ${name}: mehrere Angaben gelten zugleich`;

function rangeInputOf(type: ValueType): Class {
  const key = `${type.name} range`;
  const found = made.get(key);
  if (found) return found;
  class Range {}
  made.set(key, Range);
  const scalar = () => type.graphql as never;
  Field(scalar, { description: "ab" })(Range.prototype, "from");
  Field(scalar, { description: "bis" })(Range.prototype, "to");
  InputType(`${type.name}Range`, { description: `Bereich von–bis für ${type.name}` })(Range);
  return Range;
}
