import sql, { join, raw, type Sql } from "sql-template-tag";
import { powersOf } from "../../access/sight.js";
import type { Kind, Reading, Row } from "../model.js";
import { isReadable } from "./expression.js";
import { isOwn } from "./source.js";

/** Names of the attributes of a kind that the viewer may not read. */
export const restrictedOf = ({ attributes }: Kind, reading: Reading): string[] =>
  [...attributes.values()].filter((attribute) => !isReadable(attribute, reading)).map(({ name }) => name);

/** The same as a value: null in an answer is then never ambiguous. */
export const restrictedFieldsOf = ({ kind, reading }: Row): Sql =>
  raw(`'${JSON.stringify(restrictedOf(kind, reading))}'::json`);

/** What the viewer may do with a row, as a JSON object. */
export function viewerCanOf(row: Row): Sql {
  const powers = Object.entries(powersOf(row.reading.viewer)).map(([power, reach]) => {
    const can = reach === "OWN" ? isOwn(row.column("owner_id"), row.reading) : raw(String(reach === "ALL"));
    return sql`${raw(`'${power}'`)}, ${can}`;
  });
  return sql`json_build_object(${join(powers)})`;
}
