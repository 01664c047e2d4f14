import { expect, test } from "@jest/globals";
import pg from "pg";
import { graph } from "../../src/domain/index.js";
import { summaryStatements } from "../../src/graph/assemble/summary.js";
import { tallyStatements } from "../../src/graph/assemble/tally.js";
import { kept } from "../fault/world/kept.js";
import { geraDatabase } from "../support/gera.js";
import { blocksIn } from "./guide.js";

const keep = kept();

test("summaries and numbers that were not kept while triggers were off are put right as the guide says", async () => {
  const { url } = keep(await geraDatabase(), (made) => made.close());
  const client = keep(new pg.Client({ connectionString: url }), (each) => each.end());
  await client.connect();
  const { schema, statement } = summaryStatements(graph)[0]!;
  const groups = async () => (await client.query(`SELECT * FROM ${schema}.groups ORDER BY grp`)).rows;
  const numbers = async () => (await client.query("SELECT t.*::text FROM measure_tally.cost_eur AS t ORDER BY 1")).rows;
  const before = await groups();
  await client.query("ALTER TABLE measure DISABLE TRIGGER USER");
  await client.query("UPDATE measure SET status = 'ENDED', cost_eur = 7");
  await client.query("ALTER TABLE measure ENABLE TRIGGER USER");
  expect(await groups()).toEqual(before);

  for (const { text } of blocksIn("sql", "Backup and restore")) await client.query(text);

  const mended = await groups();
  const tally = await numbers();
  await client.query(statement);
  await client.query(tallyStatements(graph)[0]!.statement);
  expect(tally).toEqual(await numbers());
  expect(tally).toHaveLength(1);
  expect(mended).toEqual(await groups());
  expect(mended).not.toEqual(before);
});
