import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Viewer } from "../../../src/access/viewer.js";
import { computedFields, graph } from "../../../src/domain/index.js";
import type { Kind } from "../../../src/graph/model.js";
import type { Database } from "../../../src/platform/database/database.js";
import { writesOf } from "../../../src/stewardship/write/writes-of.js";
import { type BothPaths, bothPaths } from "../../law/world/both-paths.js";
import { BUILDING, overheard, type TestDatabase } from "../../support/database.js";
import { geraDatabase } from "../../support/gera.js";

/** Whether a row is there that one may not see must not be told by what the database is asked either. */
let gera: TestDatabase;
let paths: BothPaths;
const statements: string[] = [];

/** Notes every statement, inside transactions as well. */
const counting = (database: Database): Database => overheard(database, ({ text }) => void statements.push(text));

beforeAll(async () => {
  gera = await geraDatabase();
  for (const { table } of graph.kinds)
    await gera.database.query({
      text: `UPDATE "${table}" SET publication = 'DRAFT', owner_id = (SELECT id FROM department WHERE key = 'stadt-gera')`,
      values: [],
    });
  paths = await bothPaths(graph, [...computedFields, ...writesOf(graph)], counting(gera.database));
}, BUILDING);
afterAll(async () => {
  await paths.stop();
  await gera.close();
});

const viewers: readonly Viewer[] = [
  { role: "PUBLIC", departments: [] },
  { role: "STAFF", subject: "s", departments: [] },
  { role: "EDITOR", subject: "e", departments: ["dezernat-soziales"] },
  { role: "SERVICE", subject: "t", departments: [], scopes: { kinds: "ALL", export: true } },
];

interface Name {
  readonly id: string;
  readonly key: string;
}

const MISSING: Name = { id: "0199aaaa-0000-7000-8000-000000000000", key: "gibt-es-nicht" };

/** Every way of asking for one row by a name. */
const questionsAbout = ({ one, plural, name, prefix, links }: Kind, { id: uuid, key }: Name): string[] => {
  const id = `${prefix}_${uuid}`;
  const owned = links.has("owner")
    ? `{ ${plural}(where: { owner: { id: { eq: "department_${uuid}" } } }) { totalCount } }`
    : "";
  return [
    `{ node(id: "${id}") { id label } }`,
    `{ nodes(ids: ["${id}"]) { id label } }`,
    `{ ${one}(id: "${id}") { id label sources { key } } }`,
    `{ ${one}(key: "${key}") { id label sources { key } } }`,
    `{ ${plural}(where: { id: { eq: "${id}" } }) { totalCount nodes { id } aggregate { count } groups(by: [PUBLICATION]) { count } } }`,
    `{ ${plural}(where: { key: { in: ["${key}"] } }) { totalCount edges { cursor node { id } } } }`,
    `mutation { withdraw${name}(id: "${id}", expectedVersion: 1, reason: "Neugier") { id } }`,
    `mutation { withdraw${name}(id: "${id}", expectedVersion: 7, reason: "Neugier") { id } }`,
    `mutation { publish${name}(id: "${id}", expectedVersion: 1, reason: "Neugier") { id } }`,
    ...(name === "Department" && owned ? [owned] : []),
  ];
};

/** An answer and what it took, with the name that was asked for made the same. */
async function told(viewer: Viewer, query: string, path: "planned" | "resolved", { id, key }: Name): Promise<unknown> {
  statements.length = 0;
  const { text } = await paths.answer(query, {}, path, viewer);
  const same = (given: string): string => given.replaceAll(id, "…").replaceAll(key, "…");
  return { query: same(query), answer: same(text), statements: statements.map(same) };
}

describe.each(viewers.map((viewer) => [viewer.role, viewer] as const))("to %s", (_role, viewer) => {
  test.each(graph.kinds.map((kind) => [kind.name, kind] as const))(
    "a hidden %s is as one that is not there: the same answer, by the same statements",
    async (_name, kind) => {
      const text = `SELECT id::text, key FROM "${kind.table}" ORDER BY id DESC LIMIT 1`;
      const [hidden] = (await gera.database.query<Name>({ text, values: [] })) as [Name];
      const [about, aboutNothing] = [questionsAbout(kind, hidden), questionsAbout(kind, MISSING)];
      for (const path of ["planned", "resolved"] as const)
        for (const [index, query] of about.entries())
          expect(await told(viewer, query, path, hidden)).toEqual(
            await told(viewer, aboutNothing[index]!, path, MISSING),
          );
    },
  );
});

test("to a steward it is not, or the comparison would be blind", async () => {
  const [hidden] = (await gera.database.query<Name>({
    text: "SELECT id::text, key FROM measure LIMIT 1",
    values: [],
  })) as [Name];
  const steward: Viewer = { role: "STEWARD", subject: "x", departments: [] };
  const [query, nothing] = [hidden, MISSING].map((name) => questionsAbout(graph.kind("Measure"), name)[0]!) as [
    string,
    string,
  ];
  expect(await told(steward, query, "planned", hidden)).not.toEqual(await told(steward, nothing, "planned", MISSING));
});
