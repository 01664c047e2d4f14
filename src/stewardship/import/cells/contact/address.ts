import type { CellReader, Parts } from "../../mapping.js";
import { CellProblem } from "../../problem.js";
import { unreadable } from "../../reasons.js";
import type { Row } from "../../read/row.js";

// A house number may carry a letter (1b) or be a range (99/101, 99-101).
const STREET = /^(?<street>.*\p{L}[^\d]*?)\s+(?<houseNumber>\d+\s?[a-z]?(?:\s?[-–/]\s?\d+\s?[a-z]?)*)$/iu;
const LINE = /^(?<street>[^,]+),\s*(?<postalCode>\d{5})\s+(?<locality>[^,]+)$/u;

/** „Gagarinstraße 99/101“ as street and house number; a street without a number stays one. */
function streetOf(text: string | null): Parts {
  const { street, houseNumber } = STREET.exec(text ?? "")?.groups ?? {};
  return { street: street ?? text, houseNumber: houseNumber ?? null };
}

const orNothing = (parts: Parts): Parts | null => (Object.values(parts).some((part) => part !== null) ? parts : null);

/** An address from three columns; null where all are empty. */
export function address(columns: { street: string; postalCode: string; locality: string }): CellReader {
  const read = (row: Row): Parts | null =>
    orNothing({
      ...streetOf(row.cell(columns.street)),
      postalCode: row.cell(columns.postalCode),
      locality: row.cell(columns.locality),
    });
  return { columns: Object.values(columns), read };
}

/** An address in one cell: „Kornmarkt 12, 07545 Gera“. */
export function addressLine(column: string): CellReader {
  const read = (row: Row): Parts | null => {
    const text = row.cell(column);
    if (text === null) return null;
    const { street, postalCode, locality } = LINE.exec(text)?.groups ?? {};
    if (street && postalCode && locality) return { ...streetOf(street), postalCode, locality };
    const like = "Kornmarkt 12, 07545 Gera";
    throw new CellProblem(column, unreadable(text, `an address like "${like}"`, `keine Anschrift wie „${like}“`));
  };
  return { columns: [column], read };
}
