import type { Database } from "../../platform/database/database.js";
import type { Viewer } from "../viewer.js";
import type { AccessEntry } from "./entry.js";

/** What is known of an access before the database gives it its id and time. */
export type Access = Pick<AccessEntry, "event" | "kinds"> &
  Partial<Pick<AccessEntry, "operation" | "document" | "subject" | "purpose">>;

/** Writes an access down; it stands when this returns. Texts that a client chose are cut to what the log holds. */
export async function noteAccess(database: Database, { subject: actor, role }: Viewer, access: Access): Promise<void> {
  const { event, kinds, operation, document, subject, purpose } = access;
  await database.query({
    text: `INSERT INTO access_log (event, actor, role, operation, document, kinds, subject, purpose)
      VALUES ($1, $2, $3, left($4, 200), left($5, 200), $6, $7, left($8, 500))`,
    values: [event, actor ?? "unnamed", role, operation, document, [...kinds].sort(), subject, purpose].map(
      (value) => value ?? null,
    ),
    name: "note-access",
  });
}
