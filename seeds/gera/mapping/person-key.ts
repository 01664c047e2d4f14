import { column } from "../../../src/stewardship/import/cells/column.js";
import { slugOf } from "../../../src/stewardship/import/cells/slug.js";
import type { CellReader } from "../../../src/stewardship/import/mapping.js";

/** The key of a person by name, family name first: „Sandra Wanzar“ is `wanzar-sandra`. */
export function personKey(name: string): CellReader {
  const read: CellReader["read"] = (row) => {
    const parts = row.cell(name)?.split(/\s+/) ?? [];
    const family = parts.pop();
    return family === undefined ? null : slugOf([family, ...parts].join(" "));
  };
  return { ...column(name), read };
}
