import type { Graph, Kind } from "../../../graph/model.js";
import { readerOf } from "../cells/column.js";
import { textIn } from "../cells/text-in.js";
import { type Field, fieldsOf } from "../fields.js";
import type { Cell, CellValue, RecordMapping } from "../mapping.js";
import { CellProblem, type Problem } from "../problem.js";
import { missingValue, unreadable } from "../reasons.js";
import { entriesOf, placeIn, type Row } from "../read/row.js";
import type { Draft, Given, Json, Reference } from "./draft.js";
import { jsonOf } from "./json-of.js";

/** A row as a draft, or everything that is wrong with it. Throws when the mapping names what the kind does not have. */
export function draftOf(row: Row, mapping: RecordMapping, graph: Graph): Draft | Problem[] {
  const kind = graph.kind(mapping.kind);
  const values = new Map<string, Given<Json>>();
  const links = new Map<string, Given<readonly Reference[]>>();
  const problems: Problem[] = [];
  const key = attempt(row, problems, () => keyIn(row, mapping.key, graph));
  for (const [name, cell] of Object.entries(mapping.values)) {
    const field = fieldOf(kind, name);
    const { columns, read } = readerOf(cell);
    const place = placeIn(row, columns[0]);
    attempt(row, problems, () => {
      const value = read(row, graph);
      if (field.shape === "one" || field.shape === "many")
        links.set(name, { value: endsOf(value, field, columns), place });
      else values.set(name, { value: jsonOf(value, field, columns[0]), place });
    });
  }
  if (problems.length > 0 || key === undefined) return problems;
  const choices = choicesIn(row, mapping);
  return { kind, key, places: [row.place], main: false, values, links, choices, sources: [], inferred: [] };
}

function fieldOf(kind: Kind, name: string): Field {
  const field = fieldsOf(kind).get(name);
  if (!field) throw new Error(`A mapping fills ${kind.name}.${name}, which is not stored there`);
  return field;
}

function attempt<T>(row: Row, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    problems.push({ place: placeIn(row, error.column), reason: error.reason });
    return undefined;
  }
}

const KEY = /^[a-z0-9]+(-+[a-z0-9]+)*$/;

function keyIn(row: Row, cell: Cell, graph: Graph): string {
  const column = readerOf(cell).columns[0];
  const key = textIn(cell, row, graph);
  if (key === null) throw new CellProblem(column, missingValue(column ?? "key"));
  if (KEY.test(key) && key.length <= 200) return key;
  const en = "a key: small letters a to z and digits, with hyphens between them, at most 200";
  const de = "kein Schlüssel: kleine Buchstaben a bis z und Ziffern, dazwischen Bindestriche, höchstens 200";
  throw new CellProblem(column, unreadable(key, en, de));
}

function endsOf(value: CellValue, field: Field, columns: readonly string[]): readonly Reference[] {
  if (value === null) {
    if (field.required) throw new CellProblem(columns[0], missingValue(field.name));
    return [];
  }
  if (typeof value !== "string") return [value as Reference];
  return field.shape === "many" ? [...new Set(entriesOf(value))] : [value];
}

function choicesIn(row: Row, { either }: RecordMapping): Draft["choices"] {
  if (!either) return [];
  const value = row.cell(either.column);
  return value === null ? [] : [{ value, links: either.links, place: placeIn(row, either.column) }];
}
