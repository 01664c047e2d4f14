import { snakeCase } from "../../../graph/declare/naming.js";
import type { Graph, Kind } from "../../../graph/model.js";
import { type Field, fieldsOf } from "../fields.js";
import type { Cell, FileMapping, Parts } from "../mapping.js";
import type { Row } from "../read/row.js";

/** The mapping of a file that is named after a kind (`hazard-zones.csv`), its columns after what they fill. */
export function conventionFor(file: string, columns: readonly string[], graph: Graph): FileMapping | undefined {
  const kind = graph.kinds.find(({ plural }) => file === `${snakeCase(plural).replaceAll("_", "-")}.csv`);
  if (!kind) return undefined;
  return { file, records: [{ kind: kind.name, key: "key", values: valuesIn(columns, kind) }] };
}

function valuesIn(columns: readonly string[], kind: Kind): Record<string, Cell> {
  const values = [...fieldsOf(kind).values()].flatMap((field) => {
    const cell = cellOf(field, columns);
    return cell === undefined ? [] : [[field.name, cell] as const];
  });
  return Object.fromEntries(values);
}

function cellOf(field: Field, columns: readonly string[]): Cell | undefined {
  const name = snakeCase(field.name);
  if (field.shape === "embedded") return partsIn(field, columns);
  if (field.shape === "value") return present([name], columns);
  if (field.shape === "one") return field.target ? present([`${name}_key`], columns) : undefined;
  // `spatial_units_keys` or, as people write it, `spatial_unit_keys`.
  if (field.shape === "many") return present([`${name}_keys`, `${name.replace(/s$/, "")}_keys`], columns);
  return undefined;
}

const present = (names: readonly string[], columns: readonly string[]): string | undefined =>
  names.find((name) => columns.includes(name));

function partsIn({ parts }: Extract<Field, { shape: "embedded" }>, columns: readonly string[]): Cell | undefined {
  const given = parts.filter(({ column }) => columns.includes(column));
  if (given.length === 0) return undefined;
  const read = (row: Row): Parts | null => {
    const entries = parts.map(({ part, column }) => [part, row.cell(column)] as const);
    return entries.some(([, text]) => text !== null) ? Object.fromEntries(entries) : null;
  };
  return { columns: given.map(({ column }) => column), read };
}
