import fc from "fast-check";
import { astFromValue, type GraphQLSchema, print } from "graphql";
import { searchedKinds } from "../../src/graph/search/search.sql.js";
import type { Attribute, Graph, Kind, LinkEnd } from "../../src/graph/model.js";
import { dimensionsOf } from "../../src/graph/sql/figures/dimension.js";
import { foldable } from "../../src/graph/sql/figures/metric.js";
import { sortablesOf } from "../../src/graph/sql/page/order.js";
import { filterFor } from "./filters.js";

/** A query with its variables, as a client would send it. */
export interface RandomQuestion {
  readonly query: string;
  /** Several sets of variables for the same document: a plan made for one is used for the next. */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

/** The same variables with other values in the same places, as the next user of a saved question would send. */
function varied(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") {
    if (/^[A-Z][A-Z0-9_]+$|[@:]|^$/.test(value)) return value;
    if (/^\d{4}(-\d\d)?$/.test(value)) return `${value}-05`.slice(0, 7);
    return /^[\d.-]+$/.test(value) ? value : `${value}e`;
  }
  if (Array.isArray(value)) return value.map(varied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, varied(each)]));
}

interface Field {
  readonly name: string;
  readonly alias: boolean;
  readonly skip: "no" | "literal" | "variable";
  readonly fragment: boolean;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly lift?: boolean;
  /** Other arguments for the same document, where arguments are lifted into variables. */
  readonly other?: Readonly<Record<string, unknown>>;
  readonly below?: readonly Field[];
  /** GraphQL type that the fields below belong to. */
  readonly type?: string;
  readonly kind?: Kind;
}

const leaf = (name: string): fc.Arbitrary<Field> => field(name, {});

function field(name: string, more: Partial<Field>): fc.Arbitrary<Field> {
  return fc.record({
    name: fc.constant(name),
    alias: fc.nat(9).map((n) => n === 9),
    skip: fc.constantFrom("no", "no", "no", "no", "literal", "variable"),
    fragment: fc.nat(9).map((n) => n === 9),
    ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, fc.constant(value)])),
  }) as fc.Arbitrary<Field>;
}

const parent = (name: string, type: string, below: fc.Arbitrary<readonly Field[]>): fc.Arbitrary<Field> =>
  fc.tuple(leaf(name), below).map(([made, fields]) => ({ ...made, type, below: fields }));

const some = (choices: readonly fc.Arbitrary<Field>[], most: number): fc.Arbitrary<readonly Field[]> =>
  fc.array(fc.oneof(...choices), { minLength: 1, maxLength: most });

function ofAttribute(attribute: Attribute): fc.Arbitrary<Field> {
  if (attribute.shape === "value") return leaf(attribute.name);
  const { composite } = attribute;
  if (!("target" in composite)) return leaf(attribute.name);
  return parent(
    attribute.name,
    composite.name,
    some([leaf("__typename"), ...composite.attributes.map(ofAttribute)], 4),
  );
}

function ofKind(kind: Kind, depth: number): fc.Arbitrary<readonly Field[]> {
  const own = [leaf("__typename"), ...[...kind.attributes.values()].map(ofAttribute)];
  const links = [...kind.links.values()].filter(({ target }) => target);
  if (depth === 0 || links.length === 0) return some(own, 5);
  const linked = fc.constantFrom(...links).chain((link) => ofLink(link, depth - 1));
  return fc.array(fc.oneof({ weight: 3, arbitrary: fc.oneof(...own) }, { weight: 2, arbitrary: linked }), {
    minLength: 1,
    maxLength: 5,
  });
}

function ofLink(link: LinkEnd, depth: number): fc.Arbitrary<Field> {
  const target = link.target!;
  if (link.shape !== "connection") return parent(link.name, target.name, ofKind(target, depth));
  return connection(link.name, target, depth);
}

const direction = fc.constantFrom("ASC", "DESC", undefined);

const orders = (kind: Kind): fc.Arbitrary<readonly object[]> =>
  fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...sortablesOf(kind).keys()),
      direction,
      nulls: fc.constantFrom("FIRST", "LAST", undefined),
    }),
    { selector: (order) => order.field, maxLength: 3 },
  );

function pageArgs(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const size = fc.constantFrom(
    {},
    { first: 3 },
    { first: 0 },
    { first: null },
    { first: 20 },
    { last: 2 },
    { last: 7 },
  );
  return fc
    .record({
      size,
      where: fc.option(filterFor(kind, 2), { nil: undefined, freq: 2 }),
      orderBy: fc.option(orders(kind), { nil: undefined }),
    })
    .map(({ size: { ...sizes }, where, orderBy }) => ({
      ...sizes,
      ...(where && { where }),
      ...(orderBy && { orderBy }),
    }));
}

const FOLDS = ["sum", "avg", "min", "max"] as const;

/** `count sum avg min max`, each perhaps over a filter of its own. */
function figures(kind: Kind): fc.Arbitrary<Field>[] {
  return [parent("aggregate", `${kind.name}Aggregate`, some(figureFields(kind), 4))];
}

function figureFields(kind: Kind): fc.Arbitrary<Field>[] {
  const where = fc
    .option(filterFor(kind, 1), { nil: undefined })
    .map((given): Record<string, unknown> => (given ? { where: given } : {}));
  const count = fc.tuple(leaf("count"), where, fc.boolean()).map(([made, args, lift]) => ({ ...made, args, lift }));
  const folds = FOLDS.flatMap((fold) => {
    const names = foldable(kind, fold).map(({ name }) => leaf(name));
    if (names.length === 0) return [];
    const type = `${kind.name}${fold === "sum" || fold === "avg" ? "Totals" : "Extremes"}`;
    const made = parent(fold, type, some([...names, leaf("__typename")], 3));
    return [fc.tuple(made, where, fc.boolean()).map(([field, args, lift]) => ({ ...field, args, lift }))];
  });
  return [count, ...folds, leaf("__typename")];
}

/** Groups by one to three things, their keys and figures. */
function groupsOf(kind: Kind): fc.Arbitrary<Field> {
  const dimensions = [...dimensionsOf(kind)];
  const keyOf = ({ key, of }: { key: string; of: object }) =>
    "target" in of ? parent(key, (of as Kind).name, ofKind(of as Kind, 0)) : leaf(key);
  const by = fc.uniqueArray(fc.constantFrom(...dimensions), { minLength: 1, maxLength: 3, selector: ([name]) => name });
  return fc
    .tuple(by, fc.boolean(), having(kind), fc.constantFrom(undefined, 3, 100))
    .chain(([chosen, lift, hold, first]) => {
      const keys = parent(
        "keys",
        `${kind.name}GroupKeys`,
        some([...chosen.map(([, each]) => keyOf(each)), leaf("__typename")], 4),
      );
      const order = fc.array(
        fc.record({
          field: fc.constantFrom("COUNT", ...chosen.map(([name]) => name)),
          direction: fc.constantFrom("ASC", "DESC", undefined),
        }),
        { maxLength: 2 },
      );
      const group = parent("groups", `${kind.name}Group`, some([keys, ...figureFields(kind)], 4));
      return fc.tuple(group, order).map(([made, orderBy]) => ({
        ...made,
        lift,
        args: {
          by: chosen.map(([name]) => name),
          ...hold,
          ...(first && { first }),
          ...(orderBy.length > 0 && { orderBy }),
        },
      }));
    });
}

function having(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const count = fc.constantFrom({}, {}, { having: { count: { gte: 2 } } });
  const [summed] = foldable(kind, "sum");
  if (!summed) return count;
  return fc.oneof(
    count,
    fc.constantFrom(
      { having: { sum: { [summed.name]: { gt: "1" } } } },
      { having: { max: { [summed.name]: { isNull: false } } } },
    ),
  );
}

function connection(name: string, kind: Kind, depth: number): fc.Arbitrary<Field> {
  const nodes = ofKind(kind, depth);
  const info = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"].map(leaf);
  const edge = [leaf("cursor"), leaf("__typename"), parent("node", kind.name, nodes)];
  const parts = [
    ...figures(kind),
    groupsOf(kind),
    parent("nodes", kind.name, nodes),
    parent("edges", `${kind.name}Edge`, some(edge, 2)),
    parent("pageInfo", "PageInfo", some(info, 3)),
    leaf("totalCount"),
    leaf("__typename"),
  ];
  return fc
    .tuple(leaf(name), pageArgs(kind), fc.boolean(), some(parts, 3), pageArgs(kind))
    .map(([made, args, lift, below, other]) => ({
      ...made,
      args,
      lift,
      below,
      other,
      type: `${kind.name}Connection`,
      kind,
    }));
}

function roots(graph: Graph, keys: ReadonlyMap<string, readonly string[]>): fc.Arbitrary<readonly Field[]> {
  const lists = graph.kinds.map((kind) => connection(kind.plural, kind, 3));
  const ones = graph.kinds.flatMap((kind) => {
    const known = keys.get(kind.name) ?? [];
    if (known.length === 0) return [];
    const one = parent(kind.one, kind.name, ofKind(kind, 3));
    return [fc.tuple(one, fc.constantFrom(...known)).map(([made, key]) => ({ ...made, args: { key } }))];
  });
  const found = searched(graph);
  const root = fc.oneof(
    { weight: 1, arbitrary: found },
    { weight: 4, arbitrary: fc.oneof(...lists) },
    ...(ones.length ? [{ weight: 2, arbitrary: fc.oneof(...ones) }] : []),
  );
  return fc.array(fc.oneof({ weight: 9, arbitrary: root }, { weight: 1, arbitrary: leaf("__typename") }), {
    minLength: 1,
    maxLength: 2,
  });
}

/** A search among a few kinds, with what is common to all nodes. */
function searched(graph: Graph): fc.Arbitrary<Field> {
  const kinds = searchedKinds({ graph });
  const names = fc.subarray(
    kinds.map(({ name }) => name),
    { minLength: 1, maxLength: 3 },
  );
  const text = fc.constantFrom("Lusan", "Straße", "strasse ubermass", "und der", "x", "Sozialplan -Gera", "Zitat", "a");
  const common = some(["__typename", "key", "label", "id", "publication"].map(leaf), 3);
  const node = parent("node", "Node", common);
  const hits = parent("hits", "SearchHit", some([leaf("score"), leaf("snippet"), leaf("__typename"), node], 4));
  const fields = some([hits, parent("nodes", "Node", common), leaf("totalCount"), leaf("__typename")], 3);
  return fc
    .tuple(leaf("search"), fields, text, fc.option(names, { nil: undefined }))
    .map(([made, below, asked, among]) => ({
      ...made,
      below,
      type: "SearchResult",
      args: { text: asked, ...(among && { kinds: among }) },
    }));
}

/** Prints questions: gives names that clash an alias, lifts arguments into variables, spreads fragments. */
class Printer {
  readonly variables: Record<string, unknown> = {};
  readonly others: Record<string, unknown> = {};
  readonly definitions: string[] = [];
  private counter = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  selection(fields: readonly Field[], type: string): string {
    const taken = new Set<string>();
    const printed = fields.map((each) => {
      const alias = each.alias || taken.has(each.name) ? `${each.name.slice(0, 3)}${++this.counter}` : undefined;
      taken.add(alias ?? each.name);
      const text = this.field(each, type, alias);
      return each.fragment ? `... on ${type} { ${text} }` : text;
    });
    return `{ ${printed.join(" ")} }`;
  }

  private field(each: Field, type: string, alias: string | undefined): string {
    const args = this.args(each, type);
    const below = each.below ? ` ${this.selection(each.below, each.type!)}` : "";
    return `${alias ? `${alias}: ` : ""}${each.name}${args}${this.directive(each)}${below}`;
  }

  /** Directives that keep the field, so that a selection is never empty. */
  private directive({ skip }: Field): string {
    if (skip === "no") return "";
    return skip === "literal" ? " @include(if: true)" : ` @skip(if: ${this.variable("Boolean!", false)})`;
  }

  private args({ args, lift, name, other }: Field, type: string): string {
    if (!args || Object.keys(args).length === 0) return "";
    const definition = (
      this.schema.getType(type) as unknown as {
        getFields(): Record<string, { args: readonly { name: string; type: never }[] }>;
      }
    ).getFields()[name]!;
    const printed = Object.entries(args).map(([key, value]) => {
      const inputType = definition.args.find((arg) => arg.name === key)!.type;
      if (lift) return `${key}: ${this.variable(String(inputType), value, other?.[key])}`;
      return `${key}: ${print(astFromValue(JSON.parse(JSON.stringify(value)), inputType)!)}`;
    });
    return `(${printed.join(", ")})`;
  }

  private variable(type: string, value: unknown, other: unknown = value): string {
    const name = `v${++this.counter}`;
    this.definitions.push(`$${name}: ${type}`);
    this.variables[name] = value;
    this.others[name] = other;
    return `$${name}`;
  }
}

/** Random valid questions to a graph; a failing one shrinks to its smallest form. */
export function questions(
  graph: Graph,
  schema: GraphQLSchema,
  keys: ReadonlyMap<string, readonly string[]>,
): fc.Arbitrary<RandomQuestion> {
  return roots(graph, keys).map((fields) => {
    const printer = new Printer(schema);
    const selection = printer.selection(fields, "Query");
    const definitions = printer.definitions.length ? `(${printer.definitions.join(", ")})` : "";
    return {
      query: `query Q${definitions} ${selection}`,
      variables: [printer.variables, varied(printer.variables), printer.others, printer.variables].map(
        (each) => JSON.parse(JSON.stringify(each)) as Record<string, unknown>,
      ),
    };
  });
}
