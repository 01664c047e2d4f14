import type { Graph } from "../../graph/model.js";
import { BadUserInput } from "../../platform/errors.js";

/** The kinds that these names mean, absent: all. Throws BadUserInput with the first name that no kind has. */
export function knownKinds(graph: Graph, names: readonly string[] | null | undefined): readonly string[] | "ALL" {
  if (names == null) return "ALL";
  const known = new Set(graph.kinds.map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return names;
  throw new BadUserInput(
    { en: `There is no kind "${unknown.slice(0, 40)}".`, de: `Die Art „${unknown.slice(0, 40)}“ gibt es nicht.` },
    { attribute: "kinds" },
  );
}
