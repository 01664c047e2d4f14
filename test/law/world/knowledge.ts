import type { Graph } from "../../../src/graph/model.js";
import type { Database } from "../../../src/platform/database/database.js";
import type { Knowledge, Known } from "../questions/roots.js";

/** Names of some nodes of every kind, whoever may see them. */
export async function knowledgeOf(graph: Graph, database: Database): Promise<Knowledge> {
  const read = graph.kinds.map(async ({ name, table, prefix }): Promise<[string, Known[]]> => {
    const text = `SELECT '${prefix}_' || id AS id, key FROM "${table}" ORDER BY id LIMIT 20`;
    return [name, await database.query<Known>({ text, values: [] })];
  });
  return new Map(await Promise.all(read));
}
