import fc from "fast-check";
import type { Kind } from "../../../src/graph/model.js";
import { dimensionsOf } from "../../../src/graph/sql/figures/dimension.js";
import { foldable } from "../../../src/graph/sql/figures/fold.js";
import { type Field, leaf, parent, some } from "./field.js";
import { filterFor } from "./filters.js";

type FieldsOf = (kind: Kind) => fc.Arbitrary<readonly Field[]>;

/** `aggregate { … }` of a list of a kind. */
export const aggregate = (kind: Kind): fc.Arbitrary<Field> =>
  parent("aggregate", `${kind.name}Aggregate`, some(figures(kind), 4));

/** `count sum avg min max`, each perhaps over a filter of its own. */
function figures(kind: Kind): fc.Arbitrary<Field>[] {
  const filtered = (made: fc.Arbitrary<Field>): fc.Arbitrary<Field> =>
    fc
      .tuple(made, fc.option(filterFor(kind, 1), { nil: undefined }))
      .map(([field, where]) => (where ? { ...field, args: { where } } : field));
  const folds = (["sum", "avg", "min", "max"] as const).flatMap((fold) => {
    const names = foldable(kind, fold).map(({ name }) => leaf(name));
    const type = `${kind.name}${fold === "sum" || fold === "avg" ? "Totals" : "Extremes"}`;
    return names.length === 0 ? [] : [filtered(parent(fold, type, some([...names, leaf("__typename")], 3)))];
  });
  return [filtered(leaf("count")), ...folds, leaf("__typename")];
}

/** Groups by one to three things, their keys and figures. */
export function groups(kind: Kind, fieldsOf: FieldsOf, among = [...dimensionsOf(kind)]): fc.Arbitrary<Field> {
  const by = fc.uniqueArray(fc.constantFrom(...among), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  });
  return fc.tuple(by, having(kind), fc.constantFrom(undefined, 3, 100)).chain(([chosen, hold, first]) => {
    const shown = chosen.map(([, { key, of }]) => ("target" in of ? parent(key, of.name, fieldsOf(of)) : leaf(key)));
    const keys = parent("keys", `${kind.name}GroupKeys`, some([...shown, leaf("__typename")], 4));
    const group = parent("groups", `${kind.name}Group`, some([keys, ...figures(kind)], 4));
    const names = chosen.map(([name]) => name);
    return fc.tuple(group, orders(names)).map(([made, orderBy]) => ({
      ...made,
      args: { by: names, ...hold, ...(first && { first }), ...(orderBy.length > 0 && { orderBy }) },
    }));
  });
}

/** Groups by links alone, with one or two values of the nodes: rows of a group may bring along what is short. */
export function groupsByLinks(kind: Kind): fc.Arbitrary<Field> | undefined {
  const links = [...dimensionsOf(kind)].filter(([, { link }]) => link);
  return links.length === 0 ? undefined : groups(kind, values, links);
}

const values = ({ attributes }: Kind): fc.Arbitrary<readonly Field[]> =>
  some(
    [...attributes.values()].filter(({ shape }) => shape === "value").map(({ name }) => leaf(name)),
    2,
  );

const orders = (names: readonly string[]) =>
  fc.array(
    fc.record({
      field: fc.constantFrom("COUNT", ...names),
      direction: fc.constantFrom("ASC", "DESC", undefined),
    }),
    { maxLength: 2 },
  );

function having(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  const [summed] = foldable(kind, "sum");
  const conditions: Record<string, unknown>[] = [{ count: { gte: 2 } }, { count: { eq: 1 } }];
  if (summed) conditions.push({ sum: { [summed.name]: { gt: "1" } } }, { max: { [summed.name]: { isNull: false } } });
  return fc.constantFrom({}, {}, ...conditions.map((each) => ({ having: each })));
}
