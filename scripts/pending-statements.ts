import { entitiesOf } from "../src/graph/assemble/tables.js";
import { guardsOf } from "../src/graph/assemble/guards.js";
import type { Graph } from "../src/graph/model.js";
import { dataSourceOf } from "../src/platform/database/data-source.js";

/** What a migrated database still lacks of the graph's declarations: tables, columns, constraints, then triggers. Empty when nothing drifted. */
export async function pendingStatements(url: string, graph: Graph): Promise<string[]> {
  const source = await dataSourceOf(url, entitiesOf(graph)).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const tables = [...new Set(upQueries.map(({ query }) => query))];
    const found = await source.query<{ table: string; trigger: string }[]>(
      `SELECT tgrelid::regclass::text AS table, tgname AS trigger FROM pg_trigger WHERE NOT tgisinternal`,
    );
    const there = new Set(found.map(({ table, trigger }) => `${table}.${trigger}`));
    const guards = guardsOf(graph).filter(({ table, trigger }) => !there.has(`${table}.${trigger}`));
    return [...tables, ...new Set(guards.map(({ statement }) => statement))];
  } finally {
    await source.destroy();
  }
}
