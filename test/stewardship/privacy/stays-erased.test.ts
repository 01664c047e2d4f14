import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { graph } from "../../../src/domain/index.js";
import { createLog } from "../../../src/platform/log.js";
import { loadSeeds } from "../../../src/stewardship/import/load-seeds.js";
import { erasePerson } from "../../../src/stewardship/privacy/erase-person.js";
import type { TestDatabase } from "../../support/database.js";
import { geraDatabase } from "../../support/gera.js";

let gera: TestDatabase;
beforeAll(async () => {
  gera = await geraDatabase();
});
afterAll(() => gera.close());

const load = () =>
  loadSeeds({
    database: gera.serving,
    graph,
    folder: "seeds/gera",
    log: createLog({ logLevel: "silent" }),
    output: { write: () => true } as never,
  });

const rows = <Row>(text: string): Promise<Row[]> => gera.database.query<Row>({ text, values: [] });

test("someone who was erased does not come back with the files that still name them, and all else does", async () => {
  const [person] = await rows<{ id: string }>("SELECT id FROM person WHERE key = 'wanzar-sandra'");
  const count = "SELECT (SELECT count(*) FROM node) AS nodes, (SELECT count(*) FROM statement) AS statements";
  const before = await rows(count);
  const viewer = { role: "STEWARD", subject: "stella", departments: [] } as const;
  await erasePerson(gera.serving, { graph, viewer, id: `person_${person!.id}`, reason: "Widerspruch" });

  const { problems } = await load();

  expect(problems).toEqual([]);
  expect(await rows(count)).toEqual(before);
  for (const { table } of [...graph.kinds, { table: "search_document" }, { table: "external_id" }])
    expect(await rows(`SELECT 1 FROM "${table}" AS t WHERE to_jsonb(t)::text ILIKE '%wanzar%'`)).toEqual([]);
  const people = await rows<{ name: string }>("SELECT name FROM person");
  expect(people.map(({ name }) => name).sort()).toEqual(["Madleine Neumann", "gelöscht"]);
});
