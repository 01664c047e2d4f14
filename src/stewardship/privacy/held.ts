import sql, { join, raw, type Sql } from "sql-template-tag";
import { snakeCase } from "../../graph/declare/naming.js";
import type { Graph, Kind } from "../../graph/model.js";
import { holdersOf } from "./personal-kinds.js";

/** The last word of a person's name, folded, as an expression over a row of that kind: texts say "Frau Meier". */
export const familyName = ({ label }: Kind): Sql =>
  sql`substring(fold_marks(rtrim(${raw(`"${snakeCase(label[0]!)}"`)})) FROM '\\S+$')`;

const table = ({ table }: Kind): Sql => raw(`"${table}"`);

/** The person's row and those that are linked to it, as rows `(kind, id)`. */
export function aboutPerson(graph: Graph, person: Kind, id: string): Sql {
  const holders = holdersOf(graph, person).map(
    ({ kind, column }) =>
      sql`SELECT ${kind.name}::text AS kind, h.id FROM ${table(kind)} AS h WHERE h.${raw(`"${column}"`)} = ${id}::uuid`,
  );
  const own = sql`SELECT ${person.name}::text AS kind, p.id FROM ${table(person)} AS p WHERE p.id = ${id}::uuid`;
  return join([own, ...holders], " UNION ALL ");
}

/**
 * Everything held on a person, as rows `(kind, id, values)`: whole rows of all kinds that are about the person, what is said of
 * them and by which sources, their ids in other systems, what search knows, who asked about the person; and under `Mention`
 * where else the name stands in a text.
 */
export function heldOn(graph: Graph, person: Kind, id: string): Sql {
  const kinds = [person, ...holdersOf(graph, person).map(({ kind }) => kind)];
  const rows = kinds.map(
    (kind) => sql`SELECT a.kind, r.id, to_jsonb(r) AS values FROM about AS a JOIN ${table(kind)} AS r ON r.id = a.id`,
  );
  return sql`WITH about AS (${aboutPerson(graph, person, id)}), ids AS (SELECT id FROM about), named AS (${namePattern(person, id)})
    ${join(rows, " UNION ALL ")}
    UNION ALL SELECT 'Statement', s.id, to_jsonb(s) FROM statement AS s WHERE s.subject_id IN (SELECT id FROM ids)
    UNION ALL SELECT 'Source', q.id, to_jsonb(q) FROM source AS q WHERE q.id IN
      (SELECT s.source_id FROM statement AS s WHERE s.subject_id IN (SELECT id FROM ids))
    UNION ALL SELECT 'ExternalId', x.id, to_jsonb(x) FROM external_id AS x WHERE x.node_id IN (SELECT id FROM ids)
    UNION ALL SELECT 'SearchDocument', d.node_id, jsonb_build_object('title', d.title, 'body', d.body)
      FROM search_document AS d WHERE d.node_id IN (SELECT id FROM ids)
    UNION ALL SELECT 'AccessLog', l.id, to_jsonb(l) FROM access_log AS l WHERE l.subject = ${id}::uuid
    UNION ALL SELECT 'Mention', m.id, jsonb_build_object('kind', m.kind, 'text', m.text) FROM (${mentions}) AS m`;
}

/** Where the name of a person stands in rows that are not about the person: nobody but a human can tell what to do there. */
export const mentionsOf = (graph: Graph, person: Kind, id: string): Sql =>
  sql`WITH ids AS (SELECT id FROM (${aboutPerson(graph, person, id)}) AS a), named AS (${namePattern(person, id)})
    SELECT m.id::text, m.kind FROM (${mentions}) AS m ORDER BY m.kind, m.id`;

/** The person's family name as a pattern for LIKE over folded texts. */
const namePattern = (person: Kind, id: string): Sql =>
  sql`SELECT '%' || regexp_replace(${familyName(person)}, '([\\\\%_])', '\\\\\\1', 'g') || '%' AS name
    FROM ${table(person)} AS p WHERE p.id = ${id}::uuid`;

const mentions = sql`
  SELECT d.node_id AS id, d.kind, d.title AS text FROM search_document AS d
    WHERE d.folded LIKE (SELECT name FROM named) AND d.node_id NOT IN (SELECT id FROM ids)
  UNION ALL SELECT s.id, 'Statement', s.key FROM statement AS s WHERE s.subject_id NOT IN (SELECT id FROM ids)
    AND fold_marks(concat_ws(' ', s.value, s.locator, s.reason)) LIKE (SELECT name FROM named)`;
