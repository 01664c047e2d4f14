import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from "graphql";
import { constantCase } from "../../../../src/graph/declare/naming.js";
import type { Kind } from "../../../../src/graph/model.js";
import { FOLDS, literalOf, memberOf } from "../world/literal.js";
import type { RightsTable } from "../oracle/table.js";
import type { Walker } from "../walker.js";

/** One way of finding something out without reading it, and whether it compares what may not be read. */
export interface Probe {
  readonly piece: string;
  readonly forbidden: boolean;
}

/** Probes that can be put into one field, so many at a time. */
export interface Probes {
  readonly probes: readonly Probe[];
  readonly most: number;
  readonly field: (pieces: readonly string[]) => string;
}

interface Ground {
  readonly walker: Walker;
  readonly kind: Kind;
  readonly table: RightsTable;
}

/** Every way in which lists of a kind can be filtered, sorted, grouped and counted up. */
export const probesOf = (ground: Ground): Probes[] => {
  const { plural } = ground.kind;
  return [
    {
      probes: [...filters(ground)],
      most: 3,
      field: (pieces) =>
        `${plural}(first: 1, where: { and: [${pieces.join(", ")}] }) { totalCount aggregate { count(where: ${pieces[0]!}) } }`,
    },
    {
      probes: [...orders(ground)],
      most: 10,
      field: (pieces) =>
        `${plural}(first: 3, orderBy: [${pieces.join(", ")}]) { edges { cursor } nodes { id } pageInfo { startCursor endCursor } }`,
    },
    {
      probes: [...groups(ground)],
      most: 4,
      field: (pieces) => {
        const by = pieces.map((piece) => piece.split(" ")[0]);
        const keys = pieces.map((piece) => piece.split(" ").slice(1).join(" "));
        return `${plural} { groups(by: [${by.join()}], first: 20, orderBy: [${by.map((word) => `{ field: ${word!}, direction: ASC }`).join()}]) { keys { ${keys.join(" ")} } count } }`;
      },
    },
    {
      probes: [...groupOrders(ground)],
      most: 10,
      field: (pieces) => `${plural} { groups(by: [PUBLICATION], orderBy: [${pieces.join(", ")}]) { count } }`,
    },
    ...folds(ground),
  ];
};

const input = ({ walker, kind }: Ground, suffix: string) =>
  (walker.schema.getType(`${kind.name}${suffix}`) as GraphQLInputObjectType).getFields();

const words = ({ walker, kind }: Ground, suffix: string): string[] =>
  (walker.schema.getType(`${kind.name}${suffix}`) as GraphQLEnumType).getValues().map(({ name }) => name);

const hiddenOf = ({ walker, table }: Ground, kind: string): string[] =>
  [...table.get(kind)!.readableBy.keys()].filter((name) => !walker.oracle.reads(kind, name));

/** Every member by itself; of links also every attribute of the far end that may not be read. */
function* filters(ground: Ground): Generator<Probe> {
  const { kind } = ground;
  const hidden = hiddenOf(ground, kind.name);
  for (const member of Object.values(input(ground, "Filter"))) {
    const target = kind.links.get(member.name)?.target;
    const kept = target ? hiddenOf(ground, target.name) : [];
    const where = memberOf(member, '{ key: { eq: "wort" } }', kind.prefix, kept);
    yield { piece: `{ ${where} }`, forbidden: hidden.includes(member.name) };
    for (const name of kept) yield* beyond(member, name, { ...ground, kind: target! });
  }
}

/** Every way of comparing an attribute at the far end of a link that may not be read there. */
function* beyond(member: GraphQLInputField, name: string, far: Ground): Generator<Probe> {
  const attribute = input(far, "Filter")[name];
  const list = (getNamedType(member.type) as GraphQLInputObjectType).getFields();
  const filter = attribute && `{ ${memberOf(attribute, "{}", far.kind.prefix)} }`;
  const quantifiers = ["some", "none", "every", "of"].filter((each) => list[each] && list.count);
  const conditions = quantifiers.map((each) => `{ ${each}: ${filter!}${each === "of" ? ", count: { gt: 0 }" : ""} }`);
  for (const condition of filter ? (list.count ? conditions : [filter]) : [])
    yield { piece: `{ ${member.name}: ${condition} }`, forbidden: true };
  for (const fold of FOLDS) {
    const of = list.count && list[fold] && (getNamedType(list[fold].type) as GraphQLInputObjectType);
    if (of?.getFields()[name])
      yield { piece: `{ ${member.name}: { ${fold}: { ${name}: { isNull: false } } } }`, forbidden: true };
  }
}

/** Whether a word names an attribute of these, or a part, a year or a month of it. */
const names = (word: string, attributes: readonly string[], before = ""): boolean =>
  attributes.some((name) => `${word}_`.startsWith(`${before}${constantCase(name)}_`));

/** The words of a kind that stand for an attribute that may not be read, of its own or at the end of a link. */
function isHidden(word: string, ground: Ground): boolean {
  if (names(word, hiddenOf(ground, ground.kind.name))) return true;
  return [...ground.kind.links.values()].some(
    ({ name, target, column }) =>
      target && column && names(word, hiddenOf(ground, target.name), `${constantCase(name)}_`),
  );
}

function* orders(ground: Ground): Generator<Probe> {
  for (const word of words(ground, "OrderField"))
    yield { piece: `{ field: ${word}, direction: DESC, nulls: FIRST }`, forbidden: isHidden(word, ground) };
}

/** The field of a group's keys that shows what a word groups by. */
export function keyOf(word: string, kind: Kind, { schema }: Pick<Walker, "schema">): string {
  const keys = Object.values((schema.getType(`${kind.name}GroupKeys`) as GraphQLObjectType).getFields());
  const { name, type } = keys.find((each) => constantCase(each.name) === word)!;
  return "getFields" in getNamedType(type) ? `${name} { id }` : name;
}

function* groups(ground: Ground): Generator<Probe> {
  for (const word of words(ground, "GroupBy"))
    yield { piece: `${word} ${keyOf(word, ground.kind, ground.walker)}`, forbidden: isHidden(word, ground) };
}

function* groupOrders(ground: Ground): Generator<Probe> {
  const by = words(ground, "GroupBy").filter((word) => word !== "PUBLICATION");
  for (const word of words(ground, "GroupOrderField").filter((each) => !by.includes(each)))
    yield { piece: `{ field: ${word} }`, forbidden: isHidden(word.replace(/^(SUM|AVG|MIN|MAX)_/, ""), ground) };
}

/** Sums, averages, least and greatest of every attribute, over all rows, in groups, and as conditions on groups. */
function folds(ground: Ground): Probes[] {
  const { kind } = ground;
  const hidden = hiddenOf(ground, kind.name);
  const having = input(ground, "Having");
  return Object.values(having).map(({ name: fold, type: given }): Probes => {
    const type = getNamedType(given) as GraphQLInputObjectType;
    if (fold === "count") {
      const piece = `count: ${literalOf(type, kind.prefix)}`;
      const field = () => `${kind.plural} { groups(by: [PUBLICATION], having: { ${piece} }) { count } }`;
      return { probes: [{ piece, forbidden: false }], most: 1, field };
    }
    const probes = Object.values(type.getFields()).map(({ name, type: comparison }) => ({
      piece: `${name}: ${literalOf(comparison, kind.prefix)}`,
      forbidden: hidden.includes(name),
    }));
    const field = (pieces: readonly string[]): string => {
      const asked = `${fold} { ${pieces.map((piece) => piece.split(":")[0]).join(" ")} }`;
      return `${kind.plural} { aggregate { ${asked} } groups(by: [PUBLICATION], having: { ${fold}: { ${pieces.join(", ")} } }) { ${asked} } }`;
    };
    return { probes, most: 20, field };
  });
}
