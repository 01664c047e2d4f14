import { expect } from "@jest/globals";
import { getNamedType, type GraphQLEnumType, type GraphQLObjectType, isObjectType } from "graphql";
import { constantCase } from "../../../../src/graph/declare/naming.js";
import type { Kind } from "../../../../src/graph/model.js";
import { keyOf } from "./probes.js";
import type { Walker } from "../walker.js";

const LIST = 500;

/** Exactly these rows, as a filter; lists in filters have an end. */
const only = (kind: Kind, ids: readonly string[]): object => ({
  or: chunks(ids, LIST).map((some) => ({ id: { in: some.map((id) => `${kind.prefix}_${id}`) } })),
});

/** Counts, sums, places and groups are those of a list that holds nothing but what the viewer sees, as someone sees it from whom nothing is hidden. */
export async function walkFigures(walker: Walker, steward: Walker, kind: Kind, closely: boolean): Promise<void> {
  const { oracle, schema, world } = walker;
  const rows = [...world.rows.values()].filter((row) => row.kind === kind.name && oracle.sees(row.id));
  const where = only(
    kind,
    rows.map(({ id }) => id),
  );
  const figures = figuresOf(walker, kind);
  const words = (schema.getType(`${kind.name}GroupBy`) as GraphQLEnumType).getValues().map(({ name }) => name);
  const grouped = words
    .filter((word) => closely && isOwnValue(word, walker, kind))
    .map((word) => `${word}: groups(by: [${word}], first: 100) { keys { ${keyOf(word, kind, walker)} } count }`);
  const whole = `totalCount aggregate { ${figures} } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    states: groups(by: [PUBLICATION, VISIBILITY]) { keys { publication visibility } ${figures} }`;
  for (const part of [whole, ...chunks(grouped, 8).map((each) => each.join(" "))]) {
    const { list: answered } = await walker.data(`{ list: ${kind.plural} { ${part} } }`);
    const query = `query ($where: ${kind.name}Filter) { list: ${kind.plural}(where: $where) { ${part} } }`;
    const { list: expected } = await steward.data(query, { where });
    expect({ kind: kind.name, answered }).toEqual({ kind: kind.name, answered: expected });
  }
}

/** Count, and of sums and the like those that may be read. */
const figuresOf = ({ oracle, schema }: Walker, kind: Kind): string =>
  Object.values((schema.getType(`${kind.name}Aggregate`) as GraphQLObjectType).getFields())
    .flatMap(({ name, type }) => {
      const of = getNamedType(type);
      if (!isObjectType(of)) return [name];
      const values = Object.keys(of.getFields()).filter((value) => oracle.reads(kind.name, value));
      return values.length === 0 ? [] : [`${name} { ${values.join(" ")} }`];
    })
    .join(" ");

/** Groups by what stands at the end of links are held to the oracle by their ids alone: their counts follow the links that are seen. */
const isOwnValue = (word: string, { oracle }: Walker, kind: Kind): boolean =>
  [...kind.attributes.values()].some(
    ({ name, derive }) => !derive && `${word}_`.startsWith(`${constantCase(name)}_`) && oracle.reads(kind.name, name),
  );

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
