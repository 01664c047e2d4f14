import { noteAccess } from "../../access/access-log/note-access.js";
import type { Viewer } from "../../access/viewer.js";
import type { Graph } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import { heldOn } from "./held.js";
import { demandReason } from "./reason.js";
import { noSuchPerson, thePerson } from "./the-person.js";

/** One row that is held on a person. */
export interface HeldEntry {
  /** The kind of the row, or what else it is: `ExternalId`, `SearchDocument`, `AccessLog`, `Mention`. */
  readonly kind: string;
  /** UUID of the row. */
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** For whom, and why. */
export interface PersonRequest {
  readonly graph: Graph;
  readonly viewer: Viewer;
  /** The id of a person. */
  readonly id: string;
  readonly reason: string;
}

/** Everything held on a person, for that person (DSGVO, Art. 15); that it was asked is written down first. Throws NotFound, BadUserInput. */
export async function reportPerson(database: Database, request: PersonRequest): Promise<HeldEntry[]> {
  const { graph, viewer, id } = request;
  const { person, uuid } = thePerson(graph, id);
  const purpose = demandReason(request.reason);
  const held = heldOn(graph, person, uuid);
  return database.transaction(async (transaction) => {
    const kinds = [person.name];
    await noteAccess(transaction, viewer, { event: "REPORT", kinds, subject: uuid, purpose });
    const entries = await transaction.query<HeldEntry>({ text: held.text, values: held.values });
    if (!entries.some(({ kind }) => kind === person.name)) throw noSuchPerson();
    return entries;
  });
}
