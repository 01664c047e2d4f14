import fc from "fast-check";
import type { Graph } from "../../../src/graph/model.js";
import { talliesOf, type Tally } from "../../../src/graph/sql/figures/tally.js";
import { type Field, leaf, parent, some } from "./field.js";

/** Amounts at which steps begin and end, and between them. */
export const AMOUNTS = [
  "-7",
  "-0.5",
  "0",
  "0.5",
  "1",
  "1.5",
  "1.50",
  "2",
  "3",
  "9.99",
  "10",
  "99999999.99",
  "100000000",
];
/** Dates at which steps begin and end, and between them. */
export const DATES = [
  "2016",
  "2017",
  "2017-12",
  "2017-12-31",
  "2018",
  "2018-01",
  "2018-01-01",
  "2018-09",
  "2018-09-27",
];

/** `books(where: { … }) { totalCount }` as the database keeps numbers: by facets and by at most one range. */
export const keptNumbers = (graph: Graph): fc.Arbitrary<Field> =>
  fc.constantFrom(...talliesOf(graph)).chain((tally) => {
    const { kind } = tally;
    const node = parent("nodes", kind.name, some([leaf("key")], 1));
    const where = filters(tally);
    const count = fc
      .tuple(leaf("count"), where, fc.boolean())
      .map(([made, args, of]) => (of ? { ...made, args } : made));
    const aggregate = parent("aggregate", `${kind.name}Aggregate`, some([count, leaf("__typename")], 3));
    const list = parent(kind.plural, `${kind.name}Connection`, some([leaf("totalCount"), aggregate, node], 4));
    return fc.tuple(list, where, where).map(([made, one, two]) => ({ ...made, args: one, other: two }));
  });

const filters = ({ facets, steps }: Tally): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      fc.subarray(facets.map(({ name }) => name)).chain((names) => {
        const asked = facets.filter(({ name }) => names.includes(name));
        return fc.tuple(...asked.map(({ name, type }) => choice(wordsOf(type)).map((each) => [name, each] as const)));
      }),
      fc.option(
        fc.constantFrom(...steps).chain(({ name, type }) => {
          return range(type.cast === "numeric" ? AMOUNTS : DATES).map((each) => [name, each] as const);
        }),
      ),
    )
    .map(([choices, stepped]) => ({ where: Object.fromEntries(stepped ? [...choices, stepped] : choices) }));

const wordsOf = (type: { column: { enum?: unknown } }): readonly unknown[] =>
  (type.column.enum as string[] | undefined) ?? [true, false];

function choice(words: readonly unknown[]): fc.Arbitrary<Record<string, unknown>> {
  const word = fc.constantFrom(...words);
  const single = fc.oneof(fc.record({ eq: word }), fc.record({ ne: word }), fc.record({ isNull: fc.boolean() }));
  const several = fc.record({ in: fc.array(word, { maxLength: 3 }) });
  return words.includes(true)
    ? fc.oneof(fc.record({ eq: word }), fc.record({ isNull: fc.boolean() }))
    : fc.oneof(single, several);
}

function range(values: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const value = fc.constantFrom(...values);
  const ends = fc.record({ gt: value, gte: value, lt: value, lte: value, eq: value }, { requiredKeys: [] });
  return fc.oneof(
    ...["gt", "gte", "lt", "lte"].map((operator) => value.map((each) => ({ [operator]: each }))),
    fc
      .tuple(fc.constantFrom("gt", "gte"), value, fc.constantFrom("lt", "lte"), value)
      .map(([low, a, high, b]) => ({ [low]: a, [high]: b })),
    fc.record({ between: fc.record({ from: value, to: value }) }),
    ends,
  );
}
