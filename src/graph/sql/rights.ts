import sql, { join, raw, type Sql } from "sql-template-tag";
import { powersOf, type Reach } from "../../access/sight.js";
import type { Kind, Reading, Row } from "../model.js";
import { isReadable } from "./expression.js";
import { isOwn } from "./source.js";

/** Names of the attributes of a kind that the viewer may not read. */
export const restrictedOf = ({ attributes }: Kind, reading: Reading): string[] =>
  [...attributes.values()].filter((attribute) => !isReadable(attribute, reading)).map(({ name }) => name);

/** The same as a value: null in an answer is then never ambiguous. */
export const restrictedFieldsOf = ({ kind, reading }: Row): Sql =>
  raw(`'${JSON.stringify(restrictedOf(kind, reading))}'::json`);

/** Whether something that reaches so far reaches a row. */
export const mayOf = (reach: Reach, row: Row): Sql =>
  reach === "OWN" ? isOwn(row.column("owner_id"), row.reading) : raw(String(reach === "ALL"));

/** What the viewer may do with a row, as a JSON object. What is withdrawn cannot be withdrawn again. */
export function viewerCanOf(row: Row): Sql {
  const powers = Object.entries(powersOf(row.reading.viewer)).map(([power, reach]) => {
    const left =
      power === "withdraw" && reach !== "NONE" ? sql` AND ${row.column("publication")} <> 'WITHDRAWN'` : sql``;
    return sql`${raw(`'${power}'`)}, ${mayOf(reach, row)}${left}`;
  });
  return sql`json_build_object(${join(powers)})`;
}
