import sql, { raw, type Sql } from "sql-template-tag";
import { noteAccess } from "../../access/access-log/note-access.js";
import { actAs } from "../../access/acting.js";
import type { Graph, Kind } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import { BadUserInput } from "../../platform/errors.js";
import { emptyingHolder, emptyingPerson, emptyingStatements, forgettingIds } from "./erasure.sql.js";
import { aboutPerson, familyName, mentionsOf } from "./held.js";
import { holdersOf } from "./personal-kinds.js";
import { demandReason } from "./reason.js";
import type { PersonRequest } from "./report-person.js";
import { noSuchPerson, thePerson } from "./the-person.js";

/** What an erasure has done: numbers of rows, and where the name still stands in a text that only a human can change. */
export interface Erasure {
  readonly roles: number;
  readonly statements: number;
  readonly externalIds: number;
  readonly mentions: readonly { readonly kind: string; readonly id: string }[];
}

/**
 * Erases a person (DSGVO, Art. 17): roles, their times and their places stay, held by an empty shell; name, key, e-mail, telephone,
 * statements, ids in other systems and what search knew are gone. Written down are who, when, which kind and why, and nothing
 * of the values. Throws NotFound, BadUserInput.
 */
export async function erasePerson(database: Database, request: PersonRequest): Promise<Erasure> {
  const { graph, viewer, id } = request;
  const { person, uuid } = thePerson(graph, id);
  const purpose = demandReason(request.reason);
  return database.transaction(async (transaction) => {
    await actAs(transaction, {
      actor: viewer.subject ?? "",
      role: viewer.role,
      departments: viewer.departments,
      reason: purpose,
    });
    await demandUnnamed(transaction, person, uuid, purpose);
    const mentions = await rows<{ kind: string; id: string }>(transaction, mentionsOf(graph, person, uuid));
    const counts = await empty(transaction, graph, person, uuid);
    await noteAccess(transaction, viewer, { event: "ERASURE", kinds: [person.name], subject: uuid, purpose });
    return { ...counts, mentions };
  });
}

const rows = <T = unknown>(database: Database, { text, values }: Sql): Promise<T[]> =>
  database.query<T>({ text, values });

/** The reason is kept for good, so it must not say who it was. */
async function demandUnnamed(database: Database, person: Kind, id: string, reason: string): Promise<void> {
  const [found] = await rows<{ named: boolean }>(
    database,
    sql`SELECT strpos(fold_marks(${reason}), ${familyName(person)}) > 0 AS named
      FROM ${raw(`"${person.table}"`)} WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (!found) throw noSuchPerson();
  if (found.named)
    throw new BadUserInput(
      {
        en: "The reason is kept, so it must not name the person.",
        de: "Der Grund wird aufbewahrt und darf die Person deshalb nicht nennen.",
      },
      { attribute: "reason" },
    );
}

async function empty(database: Database, graph: Graph, person: Kind, id: string): Promise<Omit<Erasure, "mentions">> {
  const holders = holdersOf(graph, person);
  const about = aboutPerson(graph, person, id);
  const attributes = holders.flatMap(({ personal }) => personal.map(({ name }) => name));
  const statements = (await rows(database, emptyingStatements(about, id, attributes))).length;
  const externalIds = (await rows(database, forgettingIds(about))).length;
  let roles = 0;
  for (const holder of holders) roles += (await rows(database, emptyingHolder(holder, id))).length;
  await rows(database, emptyingPerson(person, id));
  return { roles, statements, externalIds };
}
