import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

/** A place in a question where a value of a type may stand. */
export interface Place {
  readonly type: GraphQLNamedInputType;
  /** What the place is called: field, argument, names inside. */
  readonly name: string;
  /** The question, with a variable of the argument's type. */
  readonly query: string;
  /** The argument's value that has this value in that place. */
  readonly holding: (value: unknown) => unknown;
}

type Field = GraphQLField<unknown, unknown>;
type Open = Omit<Place, "type"> & { readonly type: GraphQLInputType };

/** For every scalar and every enum that a question takes, the place that is reached first: in arguments on top, or of a list's own fields. */
export function placesOf(schema: GraphQLSchema): Place[] {
  const found = new Map<string, Place>();
  const seen = new Set<string>();
  const open = Object.values(schema.getQueryType()!.getFields()).flatMap(openIn);
  for (let next = open.shift(); next; next = open.shift()) {
    const type = getNamedType(next.type);
    const here = { ...listed(next), type };
    if (isLeafType(type) && !found.has(type.name)) found.set(type.name, here);
    if (!isInputObjectType(type) || seen.has(type.name)) continue;
    seen.add(type.name);
    open.push(...fieldsOf(here));
  }
  return [...found.values()];
}

/** Names of all scalars and enums that an argument or an input takes anywhere under a query. */
export function typesAskedFor(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => type !== schema.getMutationType());
  const outer = types.filter((type) => isObjectType(type) && !type.name.startsWith("__"));
  const args = outer.flatMap((type) =>
    Object.values((type as GraphQLObjectType).getFields()).flatMap((each) => each.args),
  );
  const reached = new Set(args.map(({ type }) => getNamedType(type)));
  // A set goes on with what is added while it is walked.
  for (const type of reached)
    if (isInputObjectType(type))
      Object.values(type.getFields()).forEach((each) => reached.add(getNamedType(each.type)));
  return [...reached]
    .filter(isLeafType)
    .map(({ name }) => name)
    .sort();
}

/** A list that is asked for takes its one value inside a list. */
function listed(open: Open): Open {
  if (!isListType(getNullableType(open.type))) return open;
  return { ...open, holding: (value) => open.holding([value]) };
}

function openIn(field: Field): Open[] {
  const type = getNamedType(field.type);
  const inner = isObjectType(type) ? Object.values(type.getFields()) : [];
  const own = argumentsOf(field, (asked) => asked);
  const within = inner.flatMap((each) =>
    argumentsOf(each, (asked) => `${field.name}${given(field.args)} { ${asked} }`),
  );
  return [...own, ...within];
}

function argumentsOf(field: Field, placed: (asked: string) => string): Open[] {
  const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return field.args.map((argument) => {
    const asked = `${field.name}${given(field.args, argument)}${selection}`;
    return {
      type: argument.type,
      name: `${field.name}(${argument.name})`,
      query: `query ($v: ${String(argument.type)}) { ${placed(asked)} }`,
      holding: (value) => value,
    };
  });
}

/** The arguments of a field: the variable, and what must stand beside it. */
function given(args: readonly GraphQLArgument[], argument?: GraphQLArgument): string {
  const beside = args.filter((each) => each !== argument && isRequiredArgument(each));
  const all = [
    ...(argument ? [`${argument.name}: $v`] : []),
    ...beside.map(({ name, type }) => `${name}: ${literal(type)}`),
  ];
  return all.length === 0 ? "" : `(${all.join(", ")})`;
}

function literal(type: GraphQLInputType): string {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]!.name : '"a"';
}

function fieldsOf({ type, name, query, holding }: Place): Open[] {
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.map((field) => {
    const others = fields.filter((other) => other !== field && isRequiredInputField(other));
    const beside = Object.fromEntries(others.map((other) => [other.name, sampleOf(other.type)]));
    return {
      type: field.type,
      name: `${name}.${field.name}`,
      query,
      holding: (value) => holding({ ...beside, [field.name]: value }),
    };
  });
}

/** A value that fits, for what must stand beside. */
function sampleOf(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]!.name : "2019";
}
