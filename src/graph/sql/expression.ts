import sql, { type Sql, join, raw } from "sql-template-tag";
import { mayRead } from "../../access/sight.js";
import { Forbidden } from "../../platform/errors.js";
import type { Attribute, EmbeddedAttribute, Reading, Row, ValueAttribute } from "../model.js";
import { snakeCase } from "../declare/naming.js";
import { partName } from "../declare/store.js";

/** Whether the viewer may read an attribute. */
export const isReadable = ({ readableBy }: Pick<Attribute, "readableBy">, { viewer }: Reading): boolean =>
  mayRead(viewer, readableBy);

/** Throws FORBIDDEN where the viewer may not read an attribute: who cannot read it cannot find it out by comparing either. */
function demandReadable(attribute: Attribute, { reading }: Row): void {
  if (isReadable(attribute, reading)) return;
  throw new Forbidden(
    {
      en: `You may not filter, sort or group by "${attribute.name}".`,
      de: `Nach „${attribute.name}“ dürfen Sie nicht filtern, sortieren oder gruppieren.`,
    },
    { attribute: attribute.name },
  );
}

/** The raw value of an attribute, as filters, orders and groups compare it. Throws FORBIDDEN where the viewer may not read it. */
export function comparableOf(attribute: ValueAttribute, row: Row): Sql {
  demandReadable(attribute, row);
  return expressionOf(attribute, row);
}

/** The raw value of an attribute. */
export function expressionOf(attribute: ValueAttribute, row: Row): Sql {
  return attribute.derive ? attribute.derive(row) : row.column(snakeCase(attribute.name));
}

/** The raw value of a part of an embedded object: the postal code of the visiting address. */
export const partOf = (whole: EmbeddedAttribute, part: string, row: Row): Sql =>
  row.column(snakeCase(partName(whole.name, part)));

/** The same, for comparing. Throws FORBIDDEN where the viewer may not read it. */
export function comparablePartOf(whole: EmbeddedAttribute, part: string, row: Row): Sql {
  demandReadable(whole, row);
  return partOf(whole, part, row);
}

/** An embedded object as JSON; NULL when it has no part at all. */
function embedded(whole: EmbeddedAttribute, row: Row): Sql {
  const parts = whole.composite.attributes.map((part) => ({ name: part.name, value: partOf(whole, part.name, row) }));
  const pairs = join(parts.map(({ name, value }) => sql`${raw(`'${name}'`)}, ${value}`));
  return sql`CASE WHEN num_nonnulls(${join(parts.map(({ value }) => value))}) > 0 THEN json_build_object(${pairs}) END`;
}

/** An attribute as the API shows it, ready for JSON. */
export function rendered(attribute: Attribute, row: Row): Sql {
  if (!isReadable(attribute, row.reading)) return attribute.shape === "list" ? sql`'[]'::json` : sql`NULL::text`;
  if (attribute.shape === "value") return attribute.type.render(expressionOf(attribute, row));
  if (attribute.shape === "embedded") return attribute.derive ? attribute.derive(row) : embedded(attribute, row);
  return attribute.derive ? attribute.derive(row) : row.column(snakeCase(attribute.name));
}
