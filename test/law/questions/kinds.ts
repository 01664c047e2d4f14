import fc from "fast-check";
import type { Attribute, Kind, LinkEnd } from "../../../src/graph/model.js";
import { sortablesOf } from "../../../src/graph/sql/page/order.js";
import { type Field, leaf, parent, some } from "./field.js";
import { aggregate, groups, groupsByLinks } from "./figures.js";
import { filterFor } from "./filters.js";

function ofAttribute(attribute: Attribute): fc.Arbitrary<Field> {
  if (attribute.shape === "value" || !("target" in attribute.composite)) return leaf(attribute.name);
  const { name, attributes } = attribute.composite;
  return parent(attribute.name, name, some([leaf("__typename"), ...attributes.map(ofAttribute)], 4));
}

/** Fields of a kind, through links down to a depth. */
export function ofKind(kind: Kind, depth: number): fc.Arbitrary<readonly Field[]> {
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

/** Random orders of a kind. */
export const orders = (kind: Kind): fc.Arbitrary<readonly object[]> =>
  fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(...sortablesOf(kind).keys()),
      direction: fc.constantFrom("ASC", "DESC", undefined),
      nulls: fc.constantFrom("FIRST", "LAST", undefined),
    }),
    { selector: (order) => order.field, maxLength: 3 },
  );

const SIZES: readonly object[] = [
  {},
  { first: 3 },
  { first: 0 },
  { first: null },
  { first: 20 },
  { last: 2 },
  { last: 7 },
];

const pageArgs = (kind: Kind): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      size: fc.constantFrom(...SIZES),
      where: fc.option(filterFor(kind, 2), { nil: undefined, freq: 2 }),
      orderBy: fc.option(orders(kind), { nil: undefined }),
    })
    .map(({ size, where, orderBy }) => ({ ...size, ...(where && { where }), ...(orderBy && { orderBy }) }));

/** A list of a kind: its page, its place, its numbers and groups. */
export function connection(name: string, kind: Kind, depth: number): fc.Arbitrary<Field> {
  const nodes = ofKind(kind, depth);
  const info = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"].map(leaf);
  const byLinks = groupsByLinks(kind);
  const edge = [leaf("cursor"), leaf("__typename"), parent("node", kind.name, nodes)];
  const parts = [
    aggregate(kind),
    groups(kind, (target) => ofKind(target, 0)),
    ...(byLinks ? [byLinks] : []),
    parent("nodes", kind.name, nodes),
    parent("edges", `${kind.name}Edge`, some(edge, 2)),
    parent("pageInfo", "PageInfo", some(info, 3)),
    leaf("totalCount"),
    leaf("__typename"),
  ];
  return fc
    .tuple(leaf(name), pageArgs(kind), some(parts, 3), pageArgs(kind))
    .map(([made, args, below, other]) => ({ ...made, args, below, other, type: `${kind.name}Connection` }));
}

const SHORT: readonly Record<string, unknown>[] = [{}, {}, { first: 1 }, { first: 2 }, { first: null }];

/** The first nodes of a list, with nothing else of it. */
const nodesOf = ({ name }: { readonly name: string }, kind: Kind): fc.Arbitrary<Field> =>
  fc
    .tuple(leaf(name), fc.constantFrom(...SHORT), parent("nodes", kind.name, ofKind(kind, 1)))
    .map(([made, args, nodes]) => ({ ...made, args, below: [nodes], type: `${kind.name}Connection` }));

/** A page so large that the lists of its rows are read at once. */
export function largePage(kind: Kind): fc.Arbitrary<Field> {
  const lists = [...kind.links.values()].filter(({ shape, target }) => shape === "connection" && target);
  const own = ["key", "label", "__typename"].map(leaf);
  const fields = some([...own, ...lists.map((link) => nodesOf(link, link.target!))], 5);
  const size = fc.constantFrom(100, 150, 400).map((first) => ({ first }));
  return fc
    .tuple(leaf(kind.plural), pageArgs(kind), size, parent("nodes", kind.name, fields))
    .map(([made, { where, orderBy }, first, nodes]) => ({
      ...made,
      args: { ...first, ...(where !== undefined && { where }), ...(orderBy !== undefined && { orderBy }) },
      below: [nodes],
      type: `${kind.name}Connection`,
    }));
}
