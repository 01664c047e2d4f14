import { randomBytes } from "node:crypto";
import pg from "pg";
import { databaseOf } from "../../src/platform/database/connections/database-of.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { createPool } from "../../src/platform/database/connections/pool.js";
import { SERVER_ROLE } from "../../src/platform/database/roles.js";
import { clusterUrl, TEMPLATE } from "./cluster.js";

/** Milliseconds that making a database with all its rows may take: the machine may be busy with others. */
export const BUILDING = 120_000;

/** A database of one test's own. */
export interface TestDatabase {
  readonly url: string;
  /** As the owner of the tables, who may do anything. */
  readonly database: Database;
  /** As the server works with it. */
  readonly serving: Database;
  /** Ends its connections, whoever holds them, and drops it. */
  close(): Promise<void>;
}

/** A fresh copy of the migrated database without data (30–50 ms). */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf(TEMPLATE);
}

/** A database without any table, for tests with made-up kinds. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copyOf("template0");
}

/** A copy of a database that nobody is connected to. */
export async function copyOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = clusterUrl(name);
  const database = databaseOf(createPool(url, { size: 5 }));
  const serving = databaseOf(createPool(url, { size: 5, role: SERVER_ROLE }));
  const close = async () => {
    await Promise.all([database.close(), serving.close()]);
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, database, serving, close };
}

/** Runs one statement that cannot run inside a transaction or inside the database it is about. */
export async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl("stadtgraph") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same database; `heard` gets every statement before it is asked, inside transactions as well. */
export const overheard = (database: Database, heard: (statement: Statement) => void): Database => ({
  query: <Row>(statement: Statement) => {
    heard(statement);
    return database.query<Row>(statement);
  },
  json: (statement) => {
    heard(statement);
    return database.json(statement);
  },
  jsons: (statements) => {
    statements.forEach(heard);
    return database.jsons(statements);
  },
  session: (work) => database.session((connection) => work(overheard(connection, heard))),
  transaction: (work) => database.transaction((connection) => work(overheard(connection, heard))),
  close: () => database.close(),
});
