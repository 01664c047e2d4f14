import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { actAs, type Acting } from "../../../src/access/acting.js";
import { graph } from "../../../src/domain/index.js";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import { serverRoleOf } from "../../../src/platform/database/server-role.js";
import { createLog } from "../../../src/platform/log.js";
import { geraDatabase } from "../../support/gera.js";
import type { TestDatabase } from "../../support/database.js";
import { insert } from "../../support/rows.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await geraDatabase();
  const [office] = await insert(own.database, "department", [{ key: "ours", name: "Unser Amt", kind: "OFFICE" }]);
  await insert(own.database, "department", [{ key: "below", name: "Stelle", kind: "BUREAU", parent_id: office }]);
  await insert(own.database, "department", [{ key: "theirs", name: "Anderes Amt", kind: "OFFICE" }]);
  for (const key of ["ours", "below", "theirs"])
    await own.database.query(
      sql(`INSERT INTO theme (key, title, kind, owner_id) SELECT 'of-' || key, key,
      (SELECT kind FROM theme LIMIT 1), id FROM department WHERE key = '${key}'`),
    );
});
afterAll(() => own.close());

const sql = (text: string) => ({ text, values: [] });
const DENIED = { code: "42501" };
const STEWARD: Acting = { actor: "anna", role: "STEWARD", departments: [], reason: "test" };
const EDITOR: Acting = { ...STEWARD, role: "EDITOR", departments: ["ours"] };

/** Runs a statement as someone, tells how many rows it changed, and takes it back. */
async function changed(acting: Acting, text: string): Promise<number> {
  let count = -1;
  const undone = new Error("undone");
  const work = own.serving.transaction(async (connection) => {
    await actAs(connection, acting);
    count = (await connection.query(sql(`${text} RETURNING 1`))).length;
    throw undone;
  });
  await work.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return count;
}

describe("the server's role", () => {
  test("is no superuser, owns nothing and can make nothing", async () => {
    expect(
      await own.serving.query(
        sql(
          "SELECT current_user AS me, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user",
        ),
      ),
    ).toEqual([{ me: "stadtgraph_server", rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    const owned = `SELECT FROM pg_class WHERE relowner = ANY (ARRAY['stadtgraph_server', 'stadtgraph_writer']::regrole[])`;
    expect(await own.database.query(sql(owned))).toEqual([]);
    for (const text of [
      "CREATE TABLE mine ()",
      "CREATE SCHEMA mine",
      "CREATE FUNCTION f() RETURNS int RETURN 1",
      "CREATE ROLE mine",
    ])
      await expect(own.serving.query(sql(text))).rejects.toMatchObject(DENIED);
  });

  test("can neither change, drop, empty nor disarm the table of any kind, nor delete or write its rows", async () => {
    for (const { table } of graph.kinds)
      for (const text of [
        `ALTER TABLE "${table}" ADD x int`,
        `ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY`,
        `ALTER TABLE "${table}" DISABLE TRIGGER USER`,
        `DROP TABLE "${table}" CASCADE`,
        `TRUNCATE "${table}" CASCADE`,
        `DELETE FROM "${table}"`,
        `INSERT INTO "${table}" DEFAULT VALUES`,
        `UPDATE "${table}" SET key = key`,
      ])
        await expect(own.serving.query(sql(text))).rejects.toMatchObject(DENIED);
  });

  test("forges no version, no search document, no entry of the register and no token", async () => {
    for (const text of [
      "UPDATE data_version SET version = 0",
      "INSERT INTO data_change (table_name) VALUES ('theme')",
      "DELETE FROM data_change",
      "UPDATE search_document SET title = ''",
      "DELETE FROM node",
      "DELETE FROM migrations",
      "UPDATE service_token SET hash = hash",
      "UPDATE service_token SET documents = NULL, document_mode = 'off'",
      "UPDATE service_token SET kinds = NULL, expires_at = now() + interval '99 years'",
      "DELETE FROM service_token",
      "SELECT allow('stadtgraph_server', 'ALL', 'TABLE theme')",
      "SET session_replication_role = replica",
    ])
      await expect(own.serving.query(sql(text))).rejects.toMatchObject(DENIED);
  });

  test("as the one that writes reads no token", async () => {
    await expect(changed(STEWARD, "UPDATE service_token SET last_used_at = now()")).rejects.toMatchObject(DENIED);
    const reading = own.serving.transaction(async (connection) => {
      await actAs(connection, STEWARD);
      return connection.query(sql("SELECT hash FROM service_token"));
    });
    await expect(reading).rejects.toMatchObject(DENIED);
  });
});

describe("a row of a kind", () => {
  const ADD =
    "INSERT INTO theme (key, title, kind, owner_id) SELECT 'new', 'Neu', (SELECT kind FROM theme LIMIT 1), id FROM department WHERE key =";
  const EVERY = graph.kinds.map(({ table }) => table);

  test.each<[string, Acting]>([
    ["nobody", { ...STEWARD, actor: "" }],
    ["staff", { ...STEWARD, role: "STAFF" }],
    ["the public", { ...STEWARD, role: "PUBLIC" }],
    ["a program", { ...STEWARD, role: "SERVICE" }],
    ["an editor without a department", { ...EDITOR, departments: [] }],
    ["an editor of a department that there is not", { ...EDITOR, departments: ["nowhere"] }],
  ])("is written by %s in no table at all", async (_who, acting) => {
    for (const table of EVERY) expect(await changed(acting, `UPDATE "${table}" SET key = key`)).toBe(0);
    await expect(changed(acting, `${ADD} 'ours'`)).rejects.toMatchObject(DENIED);
    await expect(
      changed(acting, "INSERT INTO external_id (scheme, value, node_id) SELECT 'x', 'x', id FROM node LIMIT 1"),
    ).rejects.toMatchObject(DENIED);
  });

  test("is written by stewards in every table", async () => {
    for (const table of EVERY) {
      const [row] = await own.database.query<{ count: string }>(sql(`SELECT count(*) FROM "${table}"`));
      expect(await changed(STEWARD, `UPDATE "${table}" SET key = key`)).toBe(Number(row!.count));
    }
    expect(await changed({ ...STEWARD, role: "ADMIN" }, `${ADD} 'theirs'`)).toBe(1);
  });

  test("is written by editors where it belongs to their department or one below it", async () => {
    expect(await changed(EDITOR, "UPDATE theme SET title = 'x'")).toBe(2);
    expect(await changed(EDITOR, `${ADD} 'below'`)).toBe(1);
    await expect(changed(EDITOR, `${ADD} 'theirs'`)).rejects.toMatchObject(DENIED);
  });

  test("cannot be given away by editors, nor taken", async () => {
    const give = "UPDATE theme SET owner_id = (SELECT id FROM department WHERE key = 'theirs') WHERE key = 'of-ours'";
    await expect(changed(EDITOR, give)).rejects.toMatchObject(DENIED);
    const take = "UPDATE theme SET owner_id = (SELECT id FROM department WHERE key = 'ours') WHERE key = 'of-theirs'";
    expect(await changed(EDITOR, take)).toBe(0);
  });

  test("is linked by editors only from their own side", async () => {
    const link = (key: string) => `INSERT INTO indicator_themes (indicator_id, themes_id)
      SELECT (SELECT id FROM indicator WHERE key = '${key}'), id FROM theme WHERE key = 'of-theirs'`;
    for (const key of ["ours", "theirs"])
      await own.database.query(
        sql(
          `INSERT INTO indicator (key, title, owner_id) SELECT 'by-' || key, 'x', id FROM department WHERE key = '${key}'`,
        ),
      );
    expect(await changed(EDITOR, link("by-ours"))).toBe(1);
    await expect(changed(EDITOR, link("by-theirs"))).rejects.toMatchObject(DENIED);
  });

  test("is written by no one once the transaction is over", async () => {
    await changed(STEWARD, "UPDATE theme SET key = key");
    const small = databaseOf(createPool(own.url, { size: 1, role: "stadtgraph_server" }));
    await small.transaction((connection) => actAs(connection, STEWARD));
    await expect(small.query(sql("UPDATE theme SET key = key"))).rejects.toMatchObject(DENIED);
    await small.close();
  });
});

describe("rights", () => {
  test("are granted again where they are missing, as after a move to another cluster", async () => {
    const silent = createLog({ logLevel: "silent" });
    for (const { table } of [...graph.kinds, { table: "node" }])
      await own.database.query(sql(`REVOKE ALL ON "${table}" FROM stadtgraph_server, stadtgraph_writer`));
    expect(await serverRoleOf(own.url, silent)).toBeUndefined();

    await migrate(own.url, silent);

    expect(await serverRoleOf(own.url, silent)).toBe("stadtgraph_server");
    expect(await changed(STEWARD, "UPDATE theme SET key = key")).toBeGreaterThan(40);
  });

  test("are said for every table; nobody but triggers and the owner needs those that are left", async () => {
    const unsaid = `SELECT c.relname AS name FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM role_grant AS g WHERE g.object ~ ('^TABLE "?' || c.relname || '"?$')) ORDER BY 1`;
    const left = await own.database.query<{ name: string }>(sql(unsaid));
    expect(left.map(({ name }) => name)).toEqual(["data_change", "role_grant", "summary", "summary_change"]);
  });

  test("to write are the server's in no table but these", async () => {
    const writable = `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND (has_any_column_privilege('stadtgraph_server', oid, 'INSERT, UPDATE') OR has_table_privilege('stadtgraph_server', oid, 'DELETE, TRUNCATE'))
      ORDER BY relname`;
    expect(await own.database.query(sql(writable))).toEqual([{ name: "access_log" }, { name: "service_token" }]);
  });
});
