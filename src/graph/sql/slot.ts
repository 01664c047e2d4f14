/** Reads a value of the coerced variables. */
type Read = (variables: Variables) => unknown;

/** The coerced variables of one request. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * Stands in a plan for a value that each request brings anew, so that one plan serves all of them. Where the way to compile
 * depends on the value itself, `now` is the value of the request that is being compiled, and the plan notes what must hold
 * of later values (see `Reading.guard`).
 */
export class Slot {
  constructor(
    readonly read: Read,
    readonly now: unknown,
  ) {}

  /** The value after a conversion, which later values go through as well; it may throw the same coded errors. */
  map(convert: (value: unknown) => unknown): Slot {
    return new Slot((variables) => convert(this.read(variables)), convert(this.now));
  }
}

/** Converts a value now, or later where a slot stands for it. */
export const converted = <T>(value: unknown, convert: (value: T) => unknown): unknown =>
  value instanceof Slot ? value.map(convert as (value: unknown) => unknown) : convert(value as T);

/** A list that holds slots, as one slot that reads the whole list. */
export function gathered(value: unknown): unknown {
  const list = value as readonly unknown[];
  if (!Array.isArray(value) || !list.some((each) => each instanceof Slot)) return value;
  const read: Read = (variables) => list.map((each) => (each instanceof Slot ? each.read(variables) : each));
  return new Slot(read, list.map(current));
}

/** The value itself, now. */
export const current = (value: unknown): unknown => (value instanceof Slot ? value.now : value);
