import sql, { type Sql } from "sql-template-tag";
import type { Row } from "../model.js";
import { restrictedOf } from "../sql/rights.js";
import { from, rowOf } from "../sql/row.js";

/** The statements about a row, each joined with its source where it has one. */
function statementsOn(subject: Row): { statement: Row; source: Row; rows: Sql } {
  const { graph } = subject.reading;
  const statement = rowOf(graph.kind("Statement"), subject.reading, { known: "subject", few: true });
  const source = rowOf(graph.kind("Source"), subject.reading, { few: true });
  const rows = sql`FROM ${from(statement)} LEFT JOIN ${from(source)} ON ${source.column("id")} = ${statement.column("source_id")}
    WHERE ${statement.column("subject_id")} = ${subject.column("id")}${readable(statement, subject)}`;
  return { statement, source, rows };
}

/** What is said of an attribute that the viewer may not read is kept from it as well. */
function readable(statement: Row, { kind, reading }: Row): Sql {
  const restricted = restrictedOf(kind, reading);
  if (restricted.length === 0) return sql``;
  const attribute = statement.column("attribute");
  return sql` AND (${attribute} IS NULL OR ${attribute} <> ALL(${restricted}::text[]))`;
}

function referenceOf(source: Row, statement: Row): Sql {
  const of = source.column;
  return sql`json_build_object('key', ${of("key")}, 'label', ${of("title")}, 'url', ${of("url")},
    'publisher', ${of("publisher")}, 'locator', ${statement.column("locator")})`;
}

function entryOf(source: Row, statement: Row): Sql {
  const of = statement.column;
  return sql`json_build_object('attribute', ${of("attribute")}, 'value', ${of("value")}, 'rank', ${of("rank")},
    'basis', ${of("basis")}, 'reason', ${of("reason")}, 'locator', ${of("locator")},
    'source', CASE WHEN ${source.column("id")} IS NOT NULL THEN ${referenceOf(source, statement)} END)`;
}

/** Sources that the whole row rests on, in the order in which they were given. */
export function sourcesOf(subject: Row): Sql {
  const { statement, source, rows } = statementsOn(subject);
  const order = sql`${statement.column("position")}, ${statement.column("id")}`;
  return sql`COALESCE((SELECT json_agg(${referenceOf(source, statement)} ORDER BY ${order}) ${rows}
    AND ${statement.column("attribute")} IS NULL AND ${source.column("id")} IS NOT NULL), '[]'::json)`;
}

/** Everything that is said of single attributes of the row, with rank and origin. */
export function statementEntriesOf(subject: Row): Sql {
  const { statement, source, rows } = statementsOn(subject);
  const of = statement.column;
  const order = sql`${of("attribute")} COLLATE "C", ${of("rank")}, ${of("position")}, ${of("id")}`;
  return sql`COALESCE((SELECT json_agg(${entryOf(source, statement)} ORDER BY ${order}) ${rows}
    AND ${of("attribute")} IS NOT NULL), '[]'::json)`;
}

/** The attributes of which sources say different things, each with all that is said of it. */
export function conflictsOf(subject: Row): Sql {
  const { statement, source, rows } = statementsOn(subject);
  const of = statement.column;
  const order = sql`${of("rank")}, ${of("position")}, ${of("id")}`;
  return sql`COALESCE((SELECT json_agg(json_build_object('attribute', c.attribute, 'statements', c.statements)
      ORDER BY c.attribute COLLATE "C") FROM (
    SELECT ${of("attribute")} AS attribute, json_agg(${entryOf(source, statement)} ORDER BY ${order}) AS statements
    ${rows} AND ${of("attribute")} IS NOT NULL
    GROUP BY ${of("attribute")} HAVING count(DISTINCT ${of("value")}) > 1) AS c), '[]'::json)`;
}

/** Identifiers that other systems use for the row. */
export function externalIdsOf(subject: Row): Sql {
  subject.reading.touch("external_id");
  return sql`COALESCE((SELECT json_agg(json_build_object('scheme', x.scheme, 'value', x.value) ORDER BY x.scheme COLLATE "C", x.value COLLATE "C")
    FROM external_id AS x WHERE x.node_id = ${subject.column("id")}), '[]'::json)`;
}
