import type { DataSource } from "typeorm";
import { entitiesOf } from "../../src/graph/assemble/tables.js";
import { guardsOf } from "../../src/graph/assemble/guards.js";
import type { Graph } from "../../src/graph/model.js";
import { dataSourceOf } from "../../src/platform/database/data-source.js";

/** What a migrated database still lacks of the graph's declarations: tables, columns, constraints, then triggers, policies and rights. Empty when nothing drifted. */
export async function pendingStatements(url: string, graph: Graph): Promise<string[]> {
  const source = await dataSourceOf(url, entitiesOf(graph)).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const tables = [...new Set(upQueries.map(({ query }) => query))];
    const found = await source.query<{ table: string; name: string }[]>(FOUND);
    const there = new Set(found.map(({ table, name }) => `${table}.${name}`));
    const guards = guardsOf(graph).filter(({ table, name }) => !there.has(`${table}.${name}`));
    const declared = new Set(guardsOf(graph).map(({ table, name }) => `${table}.${name}`));
    const outdated = found.filter(
      ({ table, name }) => name.startsWith("summary ") && !declared.has(`${table}.${name}`),
    );
    // Before the tables: no column changes its type below a summary.
    const dropped = outdated.map(({ table }) => `SELECT drop_summary('${table}')`);
    const statements = new Set(guards.map(({ statement }) => statement));
    return [...dropped, ...tables, ...(await turnedRound(source)), ...statements];
  } finally {
    await source.destroy();
  }
}

/** Indexes whose columns stand in another order than declared: TypeORM compares them as a set, and so does not see it. */
async function turnedRound(source: DataSource): Promise<string[]> {
  const found = await source.query<{ name: string; columns: string[] }[]>(INDEXES);
  const there = new Map(found.map(({ name, columns }) => [name, columns]));
  return source.entityMetadatas.flatMap(({ tableName, indices }) =>
    indices.flatMap(({ name, columns, isUnique }) => {
      const declared = columns.map(({ databaseName }) => databaseName);
      const present = there.get(name);
      const isSameSet = present?.length === declared.length && declared.every((each) => present.includes(each));
      if (!isSameSet || declared.join() === present.join()) return [];
      const made = `CREATE ${isUnique ? "UNIQUE " : ""}INDEX "${name}" ON "${tableName}" ("${declared.join('", "')}")`;
      return [`DROP INDEX "${name}"`, made];
    }),
  );
}

const INDEXES = `
  SELECT c.relname AS name, ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
    JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY place) AS columns
  FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace`;

/** Triggers count with their arguments, policies only where they are in force, rights only where the server has those that it needs and none to delete. */
const FOUND = `
  SELECT tgrelid::regclass::text AS table, rtrim(tgname || ' ' || replace(encode(tgargs, 'escape'), '\\000', ' ')) AS name
    FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT polrelid::regclass::text, polname FROM pg_policy JOIN pg_class AS c ON c.oid = polrelid WHERE c.relrowsecurity
  UNION ALL SELECT name, 'summary ' || CASE WHEN triggers = summary_triggers(name) THEN digest ELSE 'without its triggers' END FROM summary
  UNION ALL SELECT c.oid::regclass::text, 'granted' FROM pg_class AS c,
    (SELECT to_regrole('stadtgraph_server')::oid AS server, to_regrole('stadtgraph_writer')::oid AS writer) AS r
    WHERE c.relkind = 'r' AND has_table_privilege(server, c.oid, 'SELECT') AND has_table_privilege(writer, c.oid, 'SELECT')
      AND has_table_privilege(writer, c.oid, 'INSERT') AND has_table_privilege(writer, c.oid, 'UPDATE')
      AND NOT has_table_privilege(server, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`;
