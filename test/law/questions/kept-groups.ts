import fc from "fast-check";
import { constantCase } from "../../../src/graph/declare/naming.js";
import type { Graph } from "../../../src/graph/model.js";
import { summariesOf, type Summary } from "../../../src/graph/sql/figures/summary.js";
import { type Field, leaf, parent, some } from "./field.js";

/** `books { groups(by: …) { … } }` as the database keeps them: of all rows, by what a kind declares, with counts and sums. */
export const keptGroups = (graph: Graph): fc.Arbitrary<Field> =>
  fc.constantFrom(...graph.kinds.flatMap(summariesOf)).chain(groupsOf);

function groupsOf(summary: Summary): fc.Arbitrary<Field> {
  const { kind, by, sums } = summary;
  const keys = [...by.values()].map(({ key, of }) =>
    "target" in of ? parent(key, of.name, some([leaf("key"), leaf("label")], 2)) : leaf(key),
  );
  const summed = sums.map(({ name }) => leaf(name));
  const figures = [
    parent("keys", `${kind.name}GroupKeys`, some([...keys, leaf("__typename")], 4)),
    ...(summed.length > 0 ? [parent("sum", `${kind.name}Totals`, some([...summed, leaf("__typename")], 3))] : []),
    leaf("count"),
  ];
  const group = parent("groups", `${kind.name}Group`, some(figures, 5));
  const groups = fc.tuple(group, argumentsFor(summary)).map(([made, args]) => ({ ...made, args }));
  return parent(kind.plural, `${kind.name}Connection`, some([groups, leaf("totalCount")], 2));
}

function argumentsFor({ by, sums }: Summary): fc.Arbitrary<Record<string, unknown>> {
  const names = [...by.keys()];
  const figures = ["COUNT", ...sums.map(({ name }) => `SUM_${constantCase(name)}`)];
  const order = fc.record({
    field: fc.constantFrom(...figures, ...names),
    direction: fc.constantFrom("ASC", "DESC", undefined),
  });
  const held = sums.map(({ name }) => ({ sum: { [name]: { gt: "1" } } }));
  const having = fc.constantFrom(undefined, { count: { gte: 2 } }, { sum: {} }, ...held);
  return fc
    .record({
      by: fc.shuffledSubarray(names, { minLength: names.length }),
      orderBy: fc.option(fc.array(order, { maxLength: 3 }), { nil: undefined }),
      having,
      first: fc.constantFrom(undefined, 0, 3, 100),
    })
    .map((args) => Object.fromEntries(Object.entries(args).filter(([, given]) => given !== undefined)));
}
