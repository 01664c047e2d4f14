import type { ValueType } from "../../../graph/types/value-type.js";
import type { Composite } from "../../../graph/model.js";
import type { EmbeddedField, ListField, ValueField } from "../fields.js";
import type { CellValue, Parts } from "../mapping.js";
import { CellProblem } from "../problem.js";
import { missingValue } from "../reasons.js";
import type { Json } from "./draft.js";
import { valueOf } from "./format.js";

/** What a cell says as a value of the attribute that it fills. Throws CellProblem when it cannot be one. */
export function jsonOf(value: CellValue, field: ValueField | EmbeddedField | ListField, column?: string): Json {
  if (field.shape === "list") return listOf(value, field, column);
  if (value === null && field.required) throw new CellProblem(column, missingValue(field.name));
  if (value === null) return null;
  if (field.shape === "value") return checked(value, field.type, column);
  const types = new Map(field.parts.map(({ part, type }) => [part, type]));
  return partsOf(value as Parts, (part) => types.get(part), column);
}

function checked(value: CellValue, type: ValueType, column?: string): string {
  if (typeof value !== "string") throw new Error(`A text was expected for a value of ${type.name}`);
  const read = valueOf(value, type);
  if (typeof read !== "string") throw new CellProblem(column, read);
  return read;
}

const isComposite = (type: Composite | ValueType): type is Composite => "target" in type;

function listOf(value: CellValue, { composite, name }: ListField, column?: string): Json {
  if (!Array.isArray(value)) throw new Error(`A list was expected for ${name}`);
  if (!isComposite(composite)) return value.map((item: CellValue) => checked(item, composite, column));
  const types = new Map(
    composite.attributes.map((part) => [part.name, part.shape === "value" ? part.type : undefined]),
  );
  return value.map((item: Parts) => partsOf(item, (part) => types.get(part), column));
}

function partsOf(parts: Parts, typeOf: (part: string) => ValueType | undefined, column?: string): Parts {
  const entries = Object.entries(parts).map(([part, text]) => {
    const type = typeOf(part);
    if (!type) throw new Error(`There is no part ${part}`);
    return [part, text === null ? null : checked(text, type, column)] as const;
  });
  return Object.fromEntries(entries);
}
