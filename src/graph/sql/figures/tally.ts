import { snakeCase } from "../../declare/naming.js";
import type { Graph, Kind, ValueAttribute } from "../../model.js";
import { SEEN } from "../source.js";
import { isPart } from "./summary.js";

/** How many rows of a kind there are, as the database keeps it with every statement that writes (decision 20). */
export interface Tally {
  /** The schema in the database that holds it. */
  readonly schema: string;
  readonly kind: Kind;
  /** What the numbers are told apart by, value by value: the facets of the kind, and what tells who sees a row. */
  readonly facets: readonly ValueAttribute[];
  /** What they are told apart by in steps as well, each in a table of its own. */
  readonly steps: readonly ValueAttribute[];
}

/** Those of all kinds that declare a facet. Parts have none: whether one is seen is said by its whole. */
export const talliesOf = ({ kinds }: Graph): Tally[] => kinds.flatMap((kind) => tallyOf(kind) ?? []);

const known = new WeakMap<Kind, Tally | undefined>();

/** What the database keeps of a kind, if anything. Throws for what it could not keep. */
export function tallyOf(kind: Kind): Tally | undefined {
  if (!known.has(kind)) known.set(kind, declaredBy(kind));
  return known.get(kind);
}

function declaredBy(kind: Kind): Tally | undefined {
  const stored = [...kind.attributes.values()].filter(
    (each): each is ValueAttribute => each.shape === "value" && !each.derive && !each.readableBy,
  );
  const facets = stored.filter(({ facet }) => facet);
  if (isPart(kind) || facets.length === 0) return undefined;
  const seen = stored.filter(({ name }) => SEEN.includes(name));
  const tally = {
    schema: `${snakeCase(kind.name)}_tally`,
    kind,
    facets: [...facets, ...seen],
    steps: stored.filter(isStepped),
  };
  const taken = [...tally.facets, ...tally.steps].find(({ name }) => OWN_NAMES.includes(name));
  if (taken) throw new Error(`${kind.name} cannot keep numbers by ${taken.name}`);
  return tally;
}

/** What migration 52 calls its own. */
const OWN_NAMES = ["total", "count", "n", "entries", "places"];

/** Amounts and partial dates, for which the database has `step_of` and `step_after`. */
const isStepped = ({ type }: ValueAttribute): boolean =>
  type.indexed && (type.cast === "numeric" || type.comparison === "partialDate");
