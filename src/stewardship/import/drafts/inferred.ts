import type { Graph } from "../../../graph/model.js";
import { readerOf } from "../cells/column.js";
import { EDITORIAL_FIELDS } from "../cells/provenance/basis.js";
import type { FileMapping, Inference, RecordMapping } from "../mapping.js";
import type { Problem } from "../problem.js";
import { unknownWord } from "../reasons.js";
import { entriesOf, placeIn, type Row } from "../read/row.js";
import type { Inferred } from "./draft.js";

/** What an editor inferred in a row, or which of the names in `editorial_fields` mean nothing. */
export function inferredIn(row: Row, main: RecordMapping, file: FileMapping, graph: Graph): (Inferred | Problem)[] {
  return entriesOf(row.cell(EDITORIAL_FIELDS)).flatMap((column): (Inferred | Problem)[] => {
    const inference = file.inferred?.[column] ?? fieldReadFrom(column, main);
    if (!inference) {
      const known = Object.values(main.values).flatMap((cell) => readerOf(cell).columns);
      return [{ place: placeIn(row, EDITORIAL_FIELDS), reason: unknownWord(column, known) }];
    }
    const said = readerOf(inference.value ?? column).read(row, graph);
    if (said === null) return [];
    const value = typeof said === "string" ? said : JSON.stringify(said);
    return [{ field: inference.field, value, place: placeIn(row, column) }];
  });
}

function fieldReadFrom(column: string, main: RecordMapping): Inference | undefined {
  const found = Object.entries(main.values).find(([, cell]) => readerOf(cell).columns.includes(column));
  return found && { field: found[0], value: found[1] };
}
