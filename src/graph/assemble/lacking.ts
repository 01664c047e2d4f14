import type { Database } from "../../platform/database/database.js";
import { StartError } from "../../platform/start-error.js";
import { columnsOf } from "../declare/stored.js";
import type { Graph } from "../model.js";

/**
 * Throws StartError where the database lacks a column that the declarations name. Whoever has changed a declaration and forgotten its migration is told so
 * at the start, and not by the first question.
 */
export async function requireDeclared(database: Database, graph: Graph): Promise<void> {
  const declared = graph.kinds.flatMap(columnsOf);
  const lacking = await database.query<{ name: string }>({
    text: LACKING,
    values: [declared.map(([table]) => table), declared.map(([, column]) => column)],
  });
  if (lacking.length === 0) return;
  const names = lacking.map(({ name }) => name).join(", ");
  throw new StartError(
    `The declarations name what no migration has made: ${names}. Run npm run migration -- <name>, and start again.`,
  );
}

const LACKING = `SELECT d.kind || '.' || d.name AS name FROM unnest($1::text[], $2::text[]) AS d (kind, name)
  WHERE NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = to_regclass(quote_ident(d.kind)) AND a.attname = d.name AND NOT a.attisdropped)`;
