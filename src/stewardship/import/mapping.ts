import type { Graph } from "../../graph/model.js";
import type { Row } from "./read/row.js";

/** A node named by its kind and its key. */
export interface NodeName {
  readonly kind: string;
  readonly key: string;
}

/** An object without an identity of its own: an address, one span of service hours. */
export type Parts = Readonly<Record<string, string | null>>;

/** What a cell says, in the API's own form: text, an object, a list of objects, or the name of a node of any kind. */
export type CellValue = string | null | Parts | readonly Parts[] | NodeName;

/** Reads one value off a row and says which columns it reads. Throws CellProblem when it cannot. */
export interface CellReader {
  readonly columns: readonly string[];
  readonly read: (row: Row, graph: Graph) => CellValue;
}

/** A column, read as the declared type of what it fills; lists of keys are separated by semicolons. */
export type Cell = string | CellReader;

/** A cell that names a node at the far end of one of several links: whichever has a node of that key. */
export interface Either {
  readonly column: string;
  readonly links: readonly string[];
}

/** One record that a row yields; the first that applies is the row's main record, the others follow from it. */
export interface RecordMapping {
  readonly kind: string;
  readonly key: Cell;
  /** By name of attribute or link. */
  readonly values: Readonly<Record<string, Cell>>;
  readonly either?: Either;
  /** One record for every entry of this column; within it the column holds that entry alone. */
  readonly each?: string;
  /** Only rows of which this holds; all, if absent. */
  readonly when?: (row: Row) => boolean;
}

/** Which field an editor filled by inference, where the column alone does not tell. */
export interface Inference {
  readonly field: string;
  /** What the editor concluded, in the API's form; the cell as it is, if absent. */
  readonly value?: Cell;
}

/** How the rows of one file become records. */
export interface FileMapping {
  readonly file: string;
  readonly records: readonly RecordMapping[];
  /** What a name in `editorial_fields` stands for, where it is not the field that the main record reads from it. */
  readonly inferred?: Readonly<Record<string, Inference>>;
}

/** How a folder of files becomes records; files that it does not list are read by convention. */
export interface Mapping {
  readonly files: readonly FileMapping[];
  /** Words that stand for a source where an address is expected, with the key of that source. */
  readonly sourceWords?: Readonly<Record<string, string>>;
}
