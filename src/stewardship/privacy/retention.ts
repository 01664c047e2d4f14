import sql, { join, raw, type Sql } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.js";
import type { Graph, Kind } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import { erasePerson } from "./erase-person.js";
import { ERASED_KEY } from "./erased-key.js";
import { holdersOf, peopleOf } from "./personal-kinds.js";

/** A person who need not be kept any longer. */
export interface Overdue {
  readonly id: string;
  /** The last day for which one of the roles was to be kept. */
  readonly until: string;
}

/** People all of whose roles had to be kept until a day that has passed; a role without such a day keeps its person. */
export async function overduePeople(database: Database, graph: Graph): Promise<Overdue[]> {
  const found = await Promise.all(
    peopleOf(graph).map((person) => {
      const { text, values } = overdue(person, graph);
      return database.query<Overdue>({ text, values });
    }),
  );
  return found.flat();
}

function overdue(person: Kind, graph: Graph): Sql {
  const roles = holdersOf(graph, person).map(({ kind, column }) => {
    const until = kind.attributes.has("retainUntil") ? sql`retain_until` : sql`NULL::date`;
    return sql`SELECT ${raw(`"${column}"`)} AS person, ${until} AS until FROM ${raw(`"${kind.table}"`)}`;
  });
  return sql`SELECT ${`${person.prefix}_`} || p.id AS id, max(r.until)::text AS until
    FROM ${raw(`"${person.table}"`)} AS p JOIN (${join(roles, " UNION ALL ")}) AS r ON r.person = p.id
    WHERE NOT starts_with(p.key, ${ERASED_KEY})
    GROUP BY p.id HAVING count(*) = count(*) FILTER (WHERE r.until < current_date) ORDER BY 2, 1`;
}

/** Whoever erases because the time is over. */
const KEEPER: Viewer = { role: "STEWARD", subject: "retention", departments: [] };

/** Erases people who are overdue, each in a transaction of its own, and gives how many. */
export async function eraseOverdue(database: Database, graph: Graph, people: readonly Overdue[]): Promise<number> {
  for (const { id } of people)
    await erasePerson(database, { graph, viewer: KEEPER, id, reason: "Aufbewahrungsfrist abgelaufen" });
  return people.length;
}
