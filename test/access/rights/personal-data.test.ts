import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { FunctionsWithoutNames1763800000047 as FunctionsWithoutNames } from "../../../migrations/1763800000047-functions-without-names.js";
import type { Viewer } from "../../../src/access/viewer.js";
import { BUILDING, type TestDatabase } from "../../support/database.js";
import { geraDatabase } from "../../support/gera.js";
import { computedFields, graph } from "../../../src/domain/index.js";
import { askBoth } from "../../law/world/ask-both.js";
import { bothPaths } from "../../law/world/both-paths.js";

let gera: TestDatabase;
const sql = <Row>(text: string): Promise<Row[]> => gera.database.query<Row>({ text, values: [] });
beforeAll(async () => {
  gera = await geraDatabase();
  await sql("UPDATE person SET visibility = 'INTERNAL'");
  await sql("UPDATE role_holding SET email = 'vorname.nachname@gera.de', phone = '0365 838-9999'");
}, BUILDING);
afterAll(() => gera.close());

const EVERYTHING = `{
  roleHoldings { totalCount nodes { key label name email phone role function restrictedFields person { name } department { key head { name label } }
    sources { key } statements { attribute value } } groups(by: [PERSON, ROLE]) { keys { person { name } role } count } }
  persons { totalCount nodes { name } }
  departments { nodes { head { key name label email phone } contactPersons { key name label } } }
  statements(first: 500) { nodes { key label value } }
  search(text: "Sandra Wanzar") { totalCount hits { snippet } }
}`;

/** What someone gets, as text, the same on both paths. */
async function told(viewer: Viewer): Promise<string> {
  const paths = await bothPaths(graph, computedFields, gera.database, viewer);
  const { data, errors } = await askBoth(paths, EVERYTHING);
  await paths.stop();
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

describe("a person who is not public", () => {
  test("is named to nobody outside, neither by a key nor by a label; the function stays", async () => {
    const text = await told({ role: "PUBLIC", departments: [] });
    for (const secret of ["wanzar", "neumann", "nachname", "838-9999"])
      expect(text.toLowerCase()).not.toContain(secret);
    expect(JSON.parse(text).roleHoldings.nodes[0]).toMatchObject({
      key: "dezernat-jugend-und-soziales--head",
      label: "Leitung",
      name: null,
      person: null,
      restrictedFields: expect.arrayContaining(["email", "phone"]),
      role: "HEAD",
    });
  });

  test("is named to staff, with what reaches the person directly", async () => {
    const text = await told({ role: "STAFF", subject: "staff", departments: [] });
    for (const known of ["Sandra Wanzar", "vorname.nachname@gera.de", "0365 838-9999"]) expect(text).toContain(known);
  });

  test("is not named to a token that may not read people", async () => {
    const scopes = { kinds: graph.kinds.map(({ name }) => name).filter((name) => name !== "Person"), export: false };
    const text = await told({ role: "SERVICE", subject: "sg_1", departments: [], scopes });
    for (const secret of ["wanzar", "neumann"]) expect(text.toLowerCase()).not.toContain(secret);
  });
});

test("keys of earlier databases lose the names that they had, and nothing else", async () => {
  const keys = async () => ({
    functions: await sql("SELECT id, key FROM role_holding ORDER BY id"),
    statements: await sql(
      "SELECT id, key FROM statement WHERE subject_id IN (SELECT id FROM role_holding) ORDER BY id",
    ),
  });
  const now = await keys();
  await sql(`UPDATE statement AS s SET key = replace(s.key, h.key, d.key || '--' || p.key)
    FROM role_holding AS h JOIN department AS d ON d.id = h.department_id JOIN person AS p ON p.id = h.person_id WHERE h.id = s.subject_id`);
  await sql(`UPDATE role_holding AS h SET key = d.key || '--' || p.key
    FROM department AS d, person AS p WHERE d.id = h.department_id AND p.id = h.person_id`);
  expect(JSON.stringify(await keys())).toContain("wanzar-sandra");
  await gera.database.transaction((connection) =>
    new FunctionsWithoutNames().up({ query: (text: string) => connection.query({ text, values: [] }) } as never),
  );
  expect(await keys()).toEqual(now);
});
