import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { graph } from "../../../src/domain/index.js";
import type { Database } from "../../../src/platform/database/database.js";
import { databaseOf } from "../../../src/platform/database/connections/database-of.js";
import { createPool } from "../../../src/platform/database/connections/pool.js";
import { serverProcess } from "../../support/process.js";
import type { TestDatabase } from "../../support/database.js";
import { geraDatabase } from "../../support/gera.js";

let own: TestDatabase;
beforeAll(async () => {
  own = await geraDatabase();
});
afterAll(() => own.close());

const sql = (text: string) => ({ text, values: [] });
const DENIED = { code: "42501" };

describe("reading", () => {
  const folder = "test/golden";
  const statements = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    return name.endsWith(".sql") && text.startsWith("SELECT") ? [text] : [];
  });

  async function planOf(database: Database, text: string): Promise<string> {
    const lines = await database.query<Record<string, string>>(sql(`EXPLAIN (GENERIC_PLAN) ${text}`));
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  }

  test("costs the server what it costs the owner: every golden statement has the same plan", async () => {
    await own.database.query(sql("ANALYZE"));
    expect(statements.length).toBeGreaterThan(5);
    for (const text of statements) expect(await planOf(own.serving, text)).toBe(await planOf(own.database, text));
  });

  test("under row-level security it would not: that is why it passes by", async () => {
    const guarded = databaseOf(createPool(own.url, { size: 1, role: "stadtgraph_writer" }));
    const differs = await Promise.all(
      statements.map(async (text) => (await planOf(guarded, text)) !== (await planOf(own.database, text))),
    );
    await guarded.close();
    expect(differs).toContain(true);
  });
});

test("the whole program, given the owner's address, works as the server's role and as nobody else", async () => {
  const server = await serverProcess(own.url);
  const asked = async (): Promise<unknown> =>
    (await server.post({ query: "{ themes { totalCount } }" }, { "stadtgraph-path": "resolved" })).json();
  try {
    expect(await asked()).toEqual({ data: { themes: { totalCount: expect.any(Number) } } });
    await own.database.query(sql("REVOKE SELECT ON theme FROM stadtgraph_server"));
    expect(await asked()).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
  } finally {
    await own.database.query(sql("GRANT SELECT ON theme TO stadtgraph_server"));
    await server.stop();
  }
});

describe("the reporting role", () => {
  test("sees the views made for it, and nothing behind them", async () => {
    await own.database.query(sql("SELECT report_view('themes', 'SELECT title FROM public.theme')"));
    const reporting = databaseOf(createPool(own.url, { size: 1, role: "stadtgraph_report" }));
    const [row] = await reporting.query<{ count: string }>(sql("SELECT count(*) FROM report.themes"));
    expect(Number(row!.count)).toBeGreaterThan(40);
    const tables = [
      ...graph.kinds.map(({ table }) => table),
      "node",
      "search_document",
      "service_token",
      "access_log",
      "data_version",
    ];
    for (const table of tables)
      await expect(reporting.query(sql(`SELECT 1 FROM "${table}"`))).rejects.toMatchObject(DENIED);
    for (const text of ["DELETE FROM report.themes", "CREATE VIEW report.mine AS SELECT 1"])
      await expect(reporting.query(sql(text))).rejects.toMatchObject(DENIED);
    await reporting.close();
  });

  test("is none of the others", async () => {
    const others = ["stadtgraph", "stadtgraph_server", "stadtgraph_writer"];
    for (const other of others)
      expect(
        await own.database.query(sql(`SELECT pg_has_role('stadtgraph_report', '${other}', 'MEMBER') AS is`)),
      ).toEqual([{ is: false }]);
  });

  test("reads no table, not even a column, and writes nothing", async () => {
    const rights = `SELECT c.relname FROM pg_class AS c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND (has_any_column_privilege('stadtgraph_report', c.oid, 'SELECT, INSERT, UPDATE') OR has_table_privilege('stadtgraph_report', c.oid, 'DELETE, TRUNCATE, TRIGGER'))`;
    expect(await own.database.query(sql(rights))).toEqual([]);
  });
});
