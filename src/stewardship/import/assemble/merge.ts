import { StatementBasis } from "../../../graph/provenance/provenance.words.js";
import { type Draft, type Given, identityOf } from "../drafts/draft.js";
import { fieldsOf } from "../fields.js";
import type { Problem } from "../problem.js";
import { contradiction, duplicateKey } from "../reasons.js";

/** Drafts by what they are, in the order of their first appearance, and what stands against making them one. */
export interface Merged {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly problems: readonly Problem[];
}

/** Makes one draft of all that speak of the same record. Two rows of a file about the same record, or two values of a field, are problems. */
export function merge(drafts: readonly Draft[]): Merged {
  const merged = new Map<string, Draft>();
  const problems: Problem[] = [];
  for (const draft of drafts) {
    const earlier = merged.get(identityOf(draft));
    const twice = earlier && doubled(earlier, draft);
    if (twice) problems.push(twice);
    else merged.set(identityOf(draft), earlier ? join(earlier, draft, problems) : draft);
  }
  return { drafts: merged, problems };
}

function doubled(earlier: Draft, draft: Draft): Problem | undefined {
  const [place] = draft.places;
  const same = earlier.places.find(({ file, line }) => file === place.file && line !== place.line);
  if (!earlier.main || !draft.main || !same) return undefined;
  return { place, reason: duplicateKey(draft.key, same) };
}

function join(earlier: Draft, later: Draft, problems: Problem[]): Draft {
  const values = new Map(earlier.values);
  const links = new Map(earlier.links);
  for (const [name, given] of later.values) put(values, name, given, later, problems);
  for (const [name, given] of later.links) put(links, name, given, later, problems);
  const main = earlier.main || later.main;
  const inferred = [...earlier.inferred, ...later.inferred];
  const choices = earlier.choices.length > 0 ? earlier.choices : later.choices;
  const places = [...earlier.places, ...later.places] as const;
  return {
    ...earlier,
    main,
    places,
    values,
    links,
    choices,
    inferred,
    sources: [...earlier.sources, ...later.sources],
  };
}

type Values<T> = Map<string, Given<T>>;

function put<T>(into: Values<T>, name: string, given: Given<T>, draft: Draft, problems: Problem[]): void {
  const held = into.get(name);
  if (!held || says(held.value, nothing)) into.set(name, given);
  else if (says(given.value, nothing) || same(held.value, given.value)) return;
  else if (isBasis(name, draft)) into.set(name, held.value === "SOURCE" ? held : given);
  else problems.push({ place: given.place, reason: contradiction(name, held.place) });
}

const nothing: readonly unknown[] = [null, []];
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const says = (value: unknown, any: readonly unknown[]): boolean => any.some((each) => same(value, each));

/** SOURCE beats EDITORIAL: what a source says need not be inferred any more. */
function isBasis(name: string, { kind }: Draft): boolean {
  const field = fieldsOf(kind).get(name);
  return field?.shape === "value" && field.type === StatementBasis;
}
