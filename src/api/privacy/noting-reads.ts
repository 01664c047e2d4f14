import { noteAccess } from "../../access/access-log/note-access.js";
import type { Graph } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import { personalTables } from "../../stewardship/privacy/personal-kinds.js";
import { type Asked, askedFor } from "./asked.js";

/**
 * Writes down who reads data on people, kept answers included; resolves when it stands. What anyone may read without signing in
 * is published, so nothing is noted of those. A question that touches no person costs a look at the names of its tables.
 */
export function notingReads(database: Database, graph: Graph) {
  const personal = personalTables(graph);
  return async (asked: Asked, tables: Iterable<string>): Promise<void> => {
    if (asked.viewer.role === "PUBLIC") return;
    const kinds = new Set<string>();
    for (const table of tables) {
      const kind = personal.get(table);
      if (kind !== undefined) kinds.add(kind);
    }
    if (kinds.size === 0) return;
    await noteAccess(database, asked.viewer, { event: "READ", kinds: [...kinds], ...askedFor(asked) });
  };
}
