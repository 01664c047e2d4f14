import {
  getNamedType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";

const SAMPLES: Readonly<Record<string, string>> = {
  Boolean: "true",
  Date: '"2018-09-27"',
  DateTime: '"2018-09-27T00:00:00Z"',
  Decimal: '"1"',
  EmailAddress: '"wer@example.org"',
  Int: "1",
  PartialDate: '"2018"',
  String: '"wort"',
  Time: '"09:00"',
  URL: '"https://example.org/"',
};

/** Some value of a type as GraphQL writes it; an id of the kind with this prefix. An input object has all of its members. */
export function literalOf(given: GraphQLInputType, prefix: string): string {
  const type = isNonNullType(given) ? given.ofType : given;
  if (isListType(type)) return `[${literalOf(type.ofType, prefix)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return membersOf(type, prefix);
  if (type.name === "ID") return `"${prefix}_0199aaaa-0000-7000-8000-000000000000"`;
  return SAMPLES[type.name] ?? fail(`the walk has no value for ${type.name}`);
}

const membersOf = (type: GraphQLInputObjectType, prefix: string): string =>
  `{ ${Object.values(type.getFields())
    .map((field) => `${field.name}: ${literalOf(field.type, prefix)}`)
    .join(", ")} }`;

/** The folds that a condition on a list can compare. */
export const FOLDS = ["sum", "avg", "min", "max"] as const;

/**
 * A member of a filter with some value: all operators of a value, of a link all quantifiers over `far`, a filter of its target, and
 * all figures over the far end but of what is kept from the viewer there.
 */
export function memberOf(
  { name, type: given }: GraphQLInputField,
  far: string,
  prefix: string,
  kept: readonly string[] = [],
): string {
  const type = getNamedType(given);
  if (name === "and" || name === "or") return `${name}: [${far}]`;
  if (name === "not" || isFilterOfKind(type)) return `${name}: ${far}`;
  if (isInputObjectType(type) && type.getFields().some)
    return `${name}: { ${["some", "none", "every", "of"].map((quantifier) => `${quantifier}: ${far}`).join(", ")}, ${figuresIn(type, prefix, kept)} }`;
  return `${name}: ${literalOf(given, prefix)}`;
}

function figuresIn(type: GraphQLInputObjectType, prefix: string, kept: readonly string[]): string {
  const fields = type.getFields();
  const folds = FOLDS.flatMap((fold) => {
    const of = fields[fold] && (getNamedType(fields[fold].type) as GraphQLInputObjectType);
    const names = Object.keys(of?.getFields() ?? {}).filter((name) => !kept.includes(name));
    return names.length === 0 ? [] : [`${fold}: { ${names.map((name) => `${name}: { isNull: false }`).join(", ")} }`];
  });
  return [`count: ${literalOf(fields.count!.type, prefix)}`, ...folds].join(", ");
}

/** Filters of kinds can be combined, those of values cannot. */
const isFilterOfKind = (type: unknown): boolean => isInputObjectType(type) && "and" in type.getFields();

function fail(message: string): never {
  throw new Error(message);
}
