import { readerOf } from "../cells/column.js";
import { EDITORIAL_FIELDS } from "../cells/provenance/basis.js";
import type { FileMapping, RecordMapping } from "../mapping.js";
import type { Problem } from "../problem.js";
import { missingColumn, unknownColumn } from "../reasons.js";
import type { CsvFile } from "../read/csv-file.js";

/** The columns that say what a row rests on; the main one comes first. */
export const SOURCE_COLUMNS = ["source_url", "more_sources"] as const;

/** Every file may have them, whatever its rows are. */
const PROVENANCE: readonly string[] = [...SOURCE_COLUMNS, EDITORIAL_FIELDS];

const columnsOf = ({ key, values, either, each }: RecordMapping): string[] => [
  ...[key, ...Object.values(values)].flatMap((cell) => readerOf(cell).columns),
  ...(either ? [either.column] : []),
  ...(each === undefined ? [] : [each]),
];

/** Every column of the file is read, and every column that is read is there. */
export function columnProblems({ name, columns }: CsvFile, mapping: FileMapping): Problem[] {
  const read = new Set(mapping.records.flatMap(columnsOf));
  const at = (column: string) => ({ file: name, line: 1, column });
  const unknown = columns.filter((column) => !read.has(column) && !PROVENANCE.includes(column));
  const missing = [...read].filter((column) => !columns.includes(column) && !PROVENANCE.includes(column));
  return [
    ...unknown.map((column) => ({ place: at(column), reason: unknownColumn(column) })),
    ...missing.map((column) => ({ place: at(column), reason: missingColumn(column) })),
  ];
}
