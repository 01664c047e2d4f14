import sql, { type Sql, join, raw } from "sql-template-tag";
import type { Kind, Row } from "../model.js";
import { rendered } from "../sql/expression.js";

/** A node as the resolvers hand it on: the attributes that were asked for, and under `@` what its links need. */
export type NodeRecord = Readonly<Record<string, unknown>> & { readonly "@id": string };

/** Where a link's foreign key stands in a record. */
export const foreignKey = (column: string): string => `@${column}`;

/** Exactly the columns that these fields need. Unknown names (`__typename`) need none. */
export function columnsFor(fields: Iterable<string>, row: Row): Sql {
  const columns = new Map<string, Sql>([["@id", sql`${row.column("id")}::text`]]);
  for (const field of fields) addColumn(field, row, columns);
  return join([...columns].map(([name, value]) => sql`${value} AS ${raw(`"${name}"`)}`));
}

function addColumn(field: string, row: Row, columns: Map<string, Sql>): void {
  const { attributes, links, needs } = row.kind;
  const attribute = attributes.get(field);
  const link = links.get(field);
  if (attribute) columns.set(field, rendered(attribute, row));
  else if (link?.column) columns.set(foreignKey(link.column), sql`${row.column(link.column)}::text`);
  else for (const needed of needs.get(field) ?? []) addColumn(needed, row, columns);
}

/** Gives a row from the database the class of its kind, which is how GraphQL tells the type of a node. */
export function asNode(kind: Kind, row: object): NodeRecord {
  return Object.setPrototypeOf(row, kind.target.prototype as object) as NodeRecord;
}
