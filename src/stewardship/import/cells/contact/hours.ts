import type { CellReader, Parts } from "../../mapping.js";
import { CellProblem } from "../../problem.js";
import { unreadable } from "../../reasons.js";
import { entriesOf } from "../../read/row.js";

/** Days as schema.org names them. */
const DAYS: Readonly<Record<string, string>> = {
  Mo: "MONDAY",
  Di: "TUESDAY",
  Mi: "WEDNESDAY",
  Do: "THURSDAY",
  Fr: "FRIDAY",
  Sa: "SATURDAY",
  So: "SUNDAY",
};
const SPAN = /^(?<day>[A-Z][a-z])\s+(?<opens>\d{2}:\d{2})\s*[-–]\s*(?<closes>\d{2}:\d{2})$/;

/** Service hours in one cell: „Mo 09:00-17:00; Di 09:00-17:00“; an empty cell is an empty list. */
export function serviceHours(column: string): CellReader {
  return { columns: [column], read: (row) => entriesOf(row.cell(column)).map((entry) => spanOf(entry, column)) };
}

function spanOf(entry: string, column: string): Parts {
  const { day = "", opens, closes } = SPAN.exec(entry)?.groups ?? {};
  const dayOfWeek = DAYS[day];
  if (dayOfWeek && opens && closes) return { dayOfWeek, opens, closes };
  const like = "Mo 09:00-17:00";
  throw new CellProblem(column, unreadable(entry, `a time like "${like}"`, `keine Zeit wie „${like}“`));
}
