/** Where something stands in an uploaded file; lines count from 1, the header included. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
}

/** One row of a file as its readers see it. */
export interface Row {
  readonly place: Place;
  /** The cell of a column without the blanks around it; null when it is empty or the file lacks the column. */
  readonly cell: (column: string) => string | null;
}

/** The entries of a cell that holds several, separated by semicolons. */
export const entriesOf = (text: string | null): string[] =>
  (text ?? "")
    .split(";")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

/** The row with one cell replaced. */
export const rowWith = (row: Row, column: string, text: string): Row => ({
  ...row,
  cell: (name) => (name === column ? text : row.cell(name)),
});

/** The place of a column within a row. */
export const placeIn = (row: Row, column?: string): Place =>
  column === undefined ? row.place : { ...row.place, column };
