import fc from "fast-check";

/** How a field is spread: as it is, in a fragment on its own type or on the interface, without a type, or by name. */
export const FRAGMENTS = ["none", "typed", "interface", "bare", "named"] as const;

/** Which directive a field carries; `flips` is gone for the second set of variables. */
const DIRECTIVES = ["none", "none", "none", "none", "include", "variable", "flips", "gone"] as const;

/** Which parts of the arguments are variables. */
const LIFTS = ["nothing", "nothing", "arguments", "lists", "leaves"] as const;

/** Names that mean something inside a statement, where a careless planner would take them for its own. */
const HOSTILE = ["o", "r", "page", "data", "missing", "n", "c0", "t1", "cursor", "first"] as const;

/** One field of a random question, with everything below it. */
export interface Field {
  readonly name: string;
  readonly alias: (typeof HOSTILE)[number] | "fresh" | undefined;
  readonly directive: (typeof DIRECTIVES)[number];
  readonly fragment: (typeof FRAGMENTS)[number];
  readonly lift: (typeof LIFTS)[number];
  readonly args?: Readonly<Record<string, unknown>>;
  /** Other arguments for the same document, where arguments are lifted into variables. */
  readonly other?: Readonly<Record<string, unknown>>;
  readonly below?: readonly Field[];
  /** GraphQL type that the fields below belong to. */
  readonly type?: string;
}

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 8 });

/** A field without arguments and without anything below. */
export const leaf = (name: string): fc.Arbitrary<Field> =>
  fc.record({
    name: fc.constant(name),
    alias: rarely(fc.constantFrom("fresh", ...HOSTILE)),
    directive: fc.constantFrom(...DIRECTIVES),
    fragment: rarely(fc.constantFrom(...FRAGMENTS)).map((given) => given ?? "none"),
    lift: fc.constantFrom(...LIFTS),
  });

/** A field of an object of this type. */
export const parent = (name: string, type: string, below: fc.Arbitrary<readonly Field[]>): fc.Arbitrary<Field> =>
  fc.tuple(leaf(name), below).map(([made, fields]) => ({ ...made, type, below: fields }));

/** One to so many of these fields; a field may come twice. */
export const some = (choices: readonly fc.Arbitrary<Field>[], most: number): fc.Arbitrary<readonly Field[]> =>
  fc.array(fc.oneof(...choices), { minLength: 1, maxLength: most });
