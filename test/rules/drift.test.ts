import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { pendingStatements } from "../../scripts/declared/pending-statements.js";
import { graph } from "../../src/domain/index.js";
import { requireDeclared } from "../../src/graph/assemble/lacking.js";
import { type TestDatabase, testDatabase } from "../support/database.js";

const SUMMARY = "measure_by_theme_lead_department_status";

/** Takes away one of the triggers that keep a summary true, whatever its name. */
const DISARMED = `DO $$ BEGIN
  EXECUTE (SELECT format('DROP TRIGGER %I ON theme', tgname) FROM pg_trigger WHERE tgrelid = 'theme'::regclass AND tgname LIKE 'summary%update');
END $$`;

let made: TestDatabase;
beforeEach(async () => {
  made = await testDatabase();
});
afterEach(() => made.close());

test("the migrations, run from empty, say all that the declarations say; otherwise: npm run migration -- <name>", async () => {
  expect(await pendingStatements(made.url, graph)).toEqual([]);
});

test.each([
  [`DROP COLUMN "note_of_mine"`, `ALTER TABLE measure ADD COLUMN note_of_mine text`],
  [`ALTER TABLE "measure" ADD "description" text`, `ALTER TABLE measure DROP COLUMN description`],
  [`"title" SET NOT NULL`, `ALTER TABLE measure ALTER COLUMN title DROP NOT NULL`],
  [`"measure_period" CHECK`, `ALTER TABLE measure DROP CONSTRAINT measure_period`],
  [`"responsibility_one_lead" EXCLUDE`, `ALTER TABLE responsibility DROP CONSTRAINT responsibility_one_lead`],
  [`"measure_parent_id_fkey" FOREIGN KEY`, `ALTER TABLE measure DROP CONSTRAINT measure_parent_id_fkey`],
  [`CREATE UNIQUE INDEX "measure_key"`, `DROP INDEX measure_key`],
  [
    `CREATE INDEX "measure_title_order" ON "measure" ("title", "id")`,
    `DROP INDEX measure_title_order; CREATE INDEX measure_title_order ON measure (id, title)`,
  ],
  [`CREATE TYPE "public"."measure_status" AS ENUM`, `ALTER TYPE measure_status ADD VALUE 'PAUSED'`],
  [`SELECT watch_kind('"measure"', 'Measure')`, `DROP TRIGGER register_node ON measure`],
  [`SELECT watch_kind('"measure"', 'Measure')`, `DROP TRIGGER count_version ON measure`],
  [`SELECT search_kind('"theme"', 'Theme', '{title}', '{code,note}')`, `DROP TRIGGER document_node ON theme`],
  [
    `SELECT search_kind('"theme"', 'Theme', '{title}', '{code,note}')`,
    `SELECT search_kind('"theme"', 'Theme', '{title}', '{code}')`,
  ],
  [
    `SELECT forbid_circle('"measure"', 'id', 'parent_id', 'true')`,
    `SELECT forbid_circle('"measure"', 'id', 'parent_id', 'title IS NULL')`,
  ],
  [`SELECT watch_kind('"measure"', 'Measure')`, `SELECT watch_kind('"measure"', 'Action')`],
  [`SELECT watch_version('"theme"')`, `DROP TRIGGER note_change ON theme`],
  [`SELECT forbid_circle('"measure"', 'id', 'parent_id', 'true')`, `DROP TRIGGER no_circle_parent_id ON measure`],
  [`SELECT guard_kind('"measure"')`, `DROP POLICY may_update ON measure`],
  [`SELECT guard_kind('"measure"')`, `ALTER TABLE measure DISABLE ROW LEVEL SECURITY`],
  [`SELECT guard_kind('"measure"')`, `REVOKE UPDATE ON measure FROM stadtgraph_writer`],
  [`SELECT guard_kind('"measure"')`, `GRANT DELETE ON measure TO stadtgraph_server`],
  [
    `SELECT guard_pairs('"indicator_themes"', '"indicator"', 'indicator_id')`,
    `DROP POLICY may_insert ON indicator_themes`,
  ],
  [`SELECT keep_summary('${SUMMARY}'`, `UPDATE summary SET digest = 'of another declaration'`],
  [`SELECT keep_summary('${SUMMARY}'`, `SELECT drop_summary('${SUMMARY}')`],
  [`SELECT keep_summary('${SUMMARY}'`, DISARMED],
  [`SELECT keep_tally('measure_tally'`, `DROP TRIGGER tally_update ON measure`],
  [`SELECT keep_tally('measure_tally'`, `UPDATE summary SET digest = 'of another declaration'`],
  [`SELECT drop_summary('measure_tally')`, `UPDATE summary SET digest = 'of another declaration'`],
  [`SELECT drop_summary('${SUMMARY}')`, `UPDATE summary SET digest = 'of another declaration'`],
  [`SELECT drop_summary('left_over')`, `INSERT INTO summary VALUES ('left_over', '', 0)`],
])("%s is missed after %s", async (missed, change) => {
  await made.database.query({ text: change, values: [] });
  expect((await pendingStatements(made.url, graph)).join("\n")).toContain(missed);
});

test("what another declaration says is said by the mended triggers: rows that are there are found by all of their texts", async () => {
  const { database } = made;
  const run = (text: string) => database.query<{ body: string }>({ text, values: [] });
  await run("SELECT search_kind('\"theme\"', 'Theme', '{title}', '{}')");
  await run("INSERT INTO theme (key, title, kind, note) VALUES ('t', 'Thema', 'TOPIC', 'Fledermäuse')");
  const body = async () => (await run("SELECT body FROM search_document"))[0]!.body;
  expect(await body()).toBe("");
  for (const text of await pendingStatements(made.url, graph)) await run(text);
  expect(await body()).toBe("Fledermäuse");
});

test.each([
  ["measure.cost_eur", "ALTER TABLE measure DROP COLUMN cost_eur CASCADE"],
  ["measure.process_id", "ALTER TABLE measure DROP COLUMN process_id CASCADE"],
  ["measure_spatial_units.measure_id, measure_spatial_units.spatial_units_id", "DROP TABLE measure_spatial_units"],
])("a start without %s says so, and what to do", async (name, change) => {
  await expect(requireDeclared(made.serving, graph)).resolves.toBeUndefined();
  await made.database.query({ text: change, values: [] });
  await expect(requireDeclared(made.serving, graph)).rejects.toThrow(`has made: ${name}. Run npm run migration`);
});

test("what is missing is printed once, and mends it", async () => {
  for (const text of ["DROP TRIGGER count_version ON measure", "GRANT DELETE ON goal TO stadtgraph_server", DISARMED])
    await made.database.query({ text, values: [] });
  for (const text of await pendingStatements(made.url, graph)) await made.database.query({ text, values: [] });
  expect(await pendingStatements(made.url, graph)).toEqual([]);
});
