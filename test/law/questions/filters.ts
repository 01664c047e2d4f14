import fc from "fast-check";
import type { ValueType } from "../../../src/graph/types/value-type.js";
import type { Attribute, Kind, LinkEnd } from "../../../src/graph/model.js";
import { foldable, FOLDS, typeOfFold } from "../../../src/graph/sql/figures/fold.js";

type Filter = Readonly<Record<string, unknown>>;

const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  String: fc.constantFrom("Lusan", "a", "er", "Straße", "strasse", "%", "_", "ü", "Sozialplan", "", "5.5", "seed"),
  Int: fc.constantFrom(0, 1, 2, 5, 100, 2018, 2020, -1),
  Decimal: fc.constantFrom("0", "1.5", "250000", "2400000.00", "16.8"),
  Boolean: fc.boolean(),
  PartialDate: fc.constantFrom("2018", "2018-09", "2018-09-27", "2012", "2024-02-29", "2030"),
  Date: fc.constantFrom("2018-09-27", "2000-01-01"),
  DateTime: fc.constantFrom("2020-01-01T00:00:00Z", "2040-01-01T12:30:00.5+02:00"),
  EmailAddress: fc.constantFrom("umwelt@gera.de", "x@y.de"),
  URL: fc.constantFrom("https://www.gera.de/", "http://example.org/a"),
  Time: fc.constantFrom("09:00"),
};

const valueOf = (type: ValueType): fc.Arbitrary<unknown> =>
  VALUES[type.name] ?? fc.constantFrom(...(type.column.enum as string[]));

function operator(type: ValueType): fc.Arbitrary<Filter> {
  const value = valueOf(type);
  const single = (...names: string[]) =>
    fc.tuple(fc.constantFrom(...names), value).map(([name, operand]) => ({ [name]: operand }));
  const isNull = fc.boolean().map((given) => ({ isNull: given }));
  if (type.name === "Boolean") return fc.oneof(single("eq"), isNull);
  const among = fc
    .tuple(fc.constantFrom("in", "notIn"), fc.array(value, { maxLength: 3 }))
    .map(([name, list]) => ({ [name]: list }));
  const general = [single("eq", "ne"), among, isNull];
  if (type.comparison === "text") return fc.oneof(...general, single("contains", "startsWith", "endsWith", "matches"));
  if (type.comparison !== "number" && type.comparison !== "partialDate") return fc.oneof(...general);
  const between = fc.tuple(value, value).map(([from, to]) => ({ between: { from, to } }));
  return fc.oneof(...general, single("lt", "lte", "gt", "gte"), between);
}

function attributeFilter(attribute: Attribute): fc.Arbitrary<Filter>[] {
  if (attribute.shape === "value")
    return attribute.type.name === "ID" ? [] : [operator(attribute.type).map((given) => ({ [attribute.name]: given }))];
  if (attribute.shape === "list" || attribute.derive) return [];
  return attribute.composite.attributes
    .flatMap(attributeFilter)
    .map((inner) => inner.map((given) => ({ [attribute.name]: given })));
}

/** Conditions on sums and other figures over the far end of a link. */
function foldFilters({ name, target }: LinkEnd, far: fc.Arbitrary<Filter>): fc.Arbitrary<Filter>[] {
  const figures = FOLDS.flatMap((fold) => foldable(target!, fold).map((attribute) => [fold, attribute] as const));
  if (figures.length === 0) return [];
  const folded = fc
    .constantFrom(...figures)
    .chain(([fold, attribute]) =>
      operator(typeOfFold(fold, attribute)).map((given) => ({ [fold]: { [attribute.name]: given } })),
    );
  return [
    fc
      .tuple(folded, fc.option(far, { nil: undefined }))
      .map(([figure, of]) => ({ [name]: { ...figure, ...(of && { of }) } })),
  ];
}

/** Random filters of a kind, through links and boolean operators. */
export function filterFor(kind: Kind, depth: number): fc.Arbitrary<Filter> {
  const leaves = [...kind.attributes.values()].flatMap(attributeFilter);
  if (depth === 0) return fc.oneof(...leaves);
  const inner = (): fc.Arbitrary<Filter> => filterFor(kind, depth - 1);
  const links = [...kind.links.values()].filter(({ target }) => target);
  const linked = fc.constantFrom(...links).chain((link): fc.Arbitrary<Filter> => {
    const far = fc.oneof(fc.constant({}), filterFor(link.target!, depth - 1));
    if (link.shape === "one") return far.map((given) => ({ [link.name]: given }));
    const count = fc
      .tuple(fc.constantFrom({ gt: 0 }, { eq: 0 }, { lte: 2 }), fc.option(far, { nil: undefined }))
      .map(([given, of]) => ({ [link.name]: { count: given, ...(of && { of }) } }));
    const quantified = fc
      .tuple(fc.constantFrom("some", "none", "every"), far)
      .map(([name, given]) => ({ [link.name]: { [name]: given } }));
    return fc.oneof(count, quantified, ...foldFilters(link, far));
  });
  const boolean = fc
    .constantFrom("and", "or", "not")
    .chain((name): fc.Arbitrary<Filter> =>
      name === "not"
        ? inner().map((given) => ({ not: given }))
        : fc.array(inner(), { maxLength: 2 }).map((given) => ({ [name]: given })),
    );
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...leaves) },
    { weight: 2, arbitrary: linked },
    { weight: 1, arbitrary: boolean },
  );
}
