import {
  astFromValue,
  GraphQLBoolean,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
  valueFromASTUntyped,
} from "graphql";
import type { Field } from "./field.js";

type Values = Record<string, unknown>;

/** A printed question: its text, and two sets of variables for it. */
export interface Printed {
  readonly query: string;
  readonly variables: Values;
  readonly others: Values;
}

/** Prints fields as a query: gives other names to fields that clash, lifts arguments into variables, spreads fragments. */
export function printed(fields: readonly Field[], schema: GraphQLSchema): Printed {
  const printer = new Printer(schema);
  const selection = printer.selection(fields, "Query");
  const { variables, others, definitions, fragments } = printer;
  const signature = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
  return { query: [`query Q${signature} ${selection}`, ...fragments].join("\n"), variables, others };
}

/** A value as clients send it: enums by the names of their values. Undefined where it is absent. */
const sent = (value: unknown, type: GraphQLInputType): unknown => {
  const literal = astFromValue(JSON.parse(JSON.stringify(value ?? null)), type);
  return value === undefined || !literal ? undefined : valueFromASTUntyped(literal);
};

class Printer {
  readonly variables: Values = {};
  readonly others: Values = {};
  readonly definitions: string[] = [];
  readonly fragments: string[] = [];
  private counter = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  selection(fields: readonly Field[], type: string): string {
    const taken = new Set<string>();
    const texts = fields.map((each) => {
      let name = each.alias === "fresh" ? this.fresh(each.name) : (each.alias ?? each.name);
      if (taken.has(name)) name = this.fresh(each.name);
      taken.add(name);
      return this.spread(each, this.field(each, type, name), type);
    });
    return `{ ${texts.join(" ")} }`;
  }

  private fresh(name: string): string {
    return `${name.replaceAll("_", "").slice(0, 3)}${++this.counter}`;
  }

  private spread({ name, fragment }: Field, text: string, type: string): string {
    if (fragment === "none") return text;
    if (fragment === "bare") return `... { ${text} }`;
    if (fragment === "interface" && this.common(name, type)) return `... on Node { ${text} }`;
    if (fragment !== "named") return `... on ${type} { ${text} }`;
    const spread = `F${++this.counter}`;
    this.fragments.push(`fragment ${spread} on ${type} { ${text} }`);
    return `...${spread}`;
  }

  /** Whether the interface has a field of that name, for a type that is a node. */
  private common(name: string, type: string): boolean {
    const [node, of] = ["Node", type].map((each) => this.schema.getType(each) as GraphQLObjectType);
    return name in node!.getFields() && of!.getInterfaces().length > 0;
  }

  private field(each: Field, type: string, name: string): string {
    const called = name === each.name ? name : `${name}: ${each.name}`;
    const below = each.below ? ` ${this.selection(each.below, each.type!)}` : "";
    return `${called}${this.arguments(each, type)}${this.directive(each)}${below}`;
  }

  private directive({ directive }: Field): string {
    if (directive === "none") return "";
    if (directive === "include") return " @include(if: true)";
    if (directive === "gone") return " @skip(if: true)";
    return ` @skip(if: ${this.variable(new GraphQLNonNull(GraphQLBoolean), false, directive === "flips")})`;
  }

  private arguments({ args = {}, lift, name, other }: Field, type: string): string {
    const entries = Object.entries(args);
    if (entries.length === 0) return "";
    const definition = (this.schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    const texts = entries.map(([key, value]) => {
      const of = definition.args.find((arg) => arg.name === key)!.type;
      const text = lift === "arguments" ? this.variable(of, value, other?.[key]) : this.value(value, of, lift);
      return `${key}: ${text}`;
    });
    return `(${texts.join(", ")})`;
  }

  /** A value as a literal, some of its parts as variables. */
  private value(value: unknown, given: GraphQLInputType, lift: Field["lift"]): string {
    const type = isNonNullType(given) ? given.ofType : given;
    if (isListType(type) && Array.isArray(value)) {
      const leaves = !isInputObjectType(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType);
      if (leaves && lift === "lists") return this.variable(given, value);
      return `[${value.map((each) => this.value(each, type.ofType, lift)).join(", ")}]`;
    }
    if (isInputObjectType(type) && value !== null) {
      const entries = Object.entries(value as object).filter(([, each]) => each !== undefined);
      const fields = type.getFields();
      return `{ ${entries.map(([key, each]) => `${key}: ${this.value(each, fields[key]!.type, lift)}`).join(", ")} }`;
    }
    if (lift === "leaves") return this.variable(given, value);
    return print(astFromValue(value, type)!);
  }

  private variable(type: GraphQLInputType, value: unknown, other: unknown = value): string {
    const name = `v${++this.counter}`;
    this.definitions.push(`$${name}: ${String(type)}`);
    this.variables[name] = sent(value, type);
    this.others[name] = sent(other, type);
    return `$${name}`;
  }
}
