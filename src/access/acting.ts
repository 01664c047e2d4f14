import type { Database } from "../platform/database/database.js";
import type { Viewer } from "./viewer.js";

/** Who writes, on whose behalf and why: what the database checks every written row by. */
export interface Acting extends Pick<Viewer, "role" | "departments"> {
  /** Never empty: a write without an actor is refused. */
  readonly actor: string;
  readonly reason: string;
}

/**
 * From here to its end, a transaction writes as this actor: editors the rows of their own departments, stewards and administrators
 * all of them, others none. Without it the server can write no row of a kind.
 */
export async function actAs(transaction: Database, { actor, role, departments, reason }: Acting): Promise<void> {
  await transaction.query({
    text: "SELECT act_as($1, $2, $3, $4)",
    values: [actor, role, JSON.stringify(departments), reason],
  });
}
