import type { CellReader } from "../../mapping.js";
import { entriesOf } from "../../read/row.js";

/** The column that names what an editor inferred rather than a source said. */
export const EDITORIAL_FIELDS = "editorial_fields";

/** What a column rests on: EDITORIAL where the row says that an editor filled it, SOURCE otherwise. */
export const basisOf = (column: string): CellReader => ({
  columns: [EDITORIAL_FIELDS],
  read: (row) => (entriesOf(row.cell(EDITORIAL_FIELDS)).includes(column) ? "EDITORIAL" : "SOURCE"),
});
