import { expect } from "@jest/globals";
import type { Kind } from "../../../../src/graph/model.js";
import { type Probes, probesOf } from "./probes.js";
import type { RightsTable } from "../oracle/table.js";
import type { Walker } from "../walker.js";

/** Characters that a query may have, so that it keeps within the limit of words. */
const LONGEST = 2_400;

/** Tries every way of comparing what lists of a kind hold: what may be read is answered, anything else is FORBIDDEN. */
export async function walkInputs(walker: Walker, kind: Kind, table: RightsTable): Promise<void> {
  const all = probesOf({ walker, kind, table });
  const allowed = all.flatMap(allowedIn);
  for (const fields of batches(allowed))
    await walker.data(`{ ${fields.map((field, index) => `p${index}: ${field}`).join(" ")} }`);
  for (const { probes, field } of all)
    for (const { piece } of probes.filter(({ forbidden }) => forbidden)) {
      const { data, errors } = await walker.ask(`{ ${field([piece])} }`);
      const codes = errors?.map(({ extensions }) => extensions.code);
      // The error of a field that must not be empty takes the whole answer away.
      expect({ piece, codes, data }).toEqual({ piece, codes: ["FORBIDDEN"], data: null });
    }
}

/** The probes that must be answered, as few fields. */
function allowedIn({ probes, most, field }: Probes): string[] {
  const pieces = probes.filter(({ forbidden }) => !forbidden).map(({ piece }) => piece);
  return Array.from({ length: Math.ceil(pieces.length / most) }, (_, index) =>
    field(pieces.slice(index * most, (index + 1) * most)),
  );
}

function batches(fields: readonly string[]): string[][] {
  const made: string[][] = [[]];
  for (const field of fields) {
    const last = made.at(-1)!;
    if (last.length > 0 && last.join().length + field.length > LONGEST) made.push([field]);
    else last.push(field);
  }
  return made;
}

/** Whether lists of a kind can be compared by anything that is kept from someone. */
export const isTouchy = (kind: Kind, table: RightsTable): boolean =>
  [kind.name, ...[...kind.links.values()].map(({ target }) => target?.name)].some((name) =>
    [...(table.get(name ?? "")?.readableBy.values() ?? [])].some((role) => role !== "PUBLIC"),
  );
