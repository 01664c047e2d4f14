import sql, { type Sql, join, raw } from "sql-template-tag";
import type { Attribute, EmbeddedAttribute, Row, ValueAttribute } from "../model.js";
import { snakeCase } from "../declare/naming.js";
import { partName } from "../declare/store.js";

/** The raw value of an attribute, as filters, orders and labels compare it. */
export function expressionOf(attribute: ValueAttribute, row: Row): Sql {
  return attribute.derive ? attribute.derive(row) : row.column(snakeCase(attribute.name));
}

/** The raw value of a part of an embedded object: the postal code of the visiting address. */
export const partOf = (whole: EmbeddedAttribute, part: string, row: Row): Sql =>
  row.column(snakeCase(partName(whole.name, part)));

/** An embedded object as JSON; NULL when it has no part at all. */
function embedded(whole: EmbeddedAttribute, row: Row): Sql {
  const parts = whole.composite.attributes.map((part) => ({ name: part.name, value: partOf(whole, part.name, row) }));
  const pairs = join(parts.map(({ name, value }) => sql`${raw(`'${name}'`)}, ${value}`));
  return sql`CASE WHEN num_nonnulls(${join(parts.map(({ value }) => value))}) > 0 THEN json_build_object(${pairs}) END`;
}

/** An attribute as the API shows it, ready for JSON. */
export function rendered(attribute: Attribute, row: Row): Sql {
  if (attribute.shape === "value") return attribute.type.render(expressionOf(attribute, row));
  if (attribute.shape === "embedded") return embedded(attribute, row);
  return attribute.derive ? attribute.derive(row) : row.column(snakeCase(attribute.name));
}
