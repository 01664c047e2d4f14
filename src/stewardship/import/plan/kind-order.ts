import type { Kind } from "../../../graph/model.js";
import { fieldsOf } from "../fields.js";

/** The kinds in an order in which each comes after those that it links to; a kind that links to nodes of any kind comes last. */
export function kindsInOrder(kinds: readonly Kind[]): Kind[] {
  const ordered = new Set<Kind>();
  const begun = new Set<Kind>();
  const visit = (kind: Kind): void => {
    if (begun.has(kind)) return;
    begun.add(kind);
    for (const target of targetsOf(kind, kinds)) visit(target);
    ordered.add(kind);
  };
  for (const kind of kinds) visit(kind);
  return [...ordered];
}

function targetsOf(kind: Kind, kinds: readonly Kind[]): readonly Kind[] {
  const targets = [...fieldsOf(kind).values()].flatMap((field) => ("target" in field ? [field.target] : []));
  return targets.includes(null) ? kinds : targets.filter((target) => target !== null);
}
