import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Viewer } from "../../../src/access/viewer.js";
import { graph } from "../../../src/domain/index.js";
import { erasePerson } from "../../../src/stewardship/privacy/erase-person.js";
import { ERASE, TRACES, type TownHall, townHall } from "./town-hall.js";

let hall: TownHall;
beforeAll(async () => {
  hall = await townHall();
});
afterAll(() => hall.server.close());

/** Everything that the database holds in the tables of the program, as one text, but for the rows of these ids. */
async function everything(except: readonly string[]): Promise<string> {
  const tables = await hall.server.database.query<{ name: string }>({
    text: "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    values: [],
  });
  const texts = tables.map(async ({ name }) => {
    const rows = await hall.server.database.query<{ text: string }>({
      text: `SELECT to_jsonb(t)::text AS text FROM "${name}" AS t`,
      values: [],
    });
    return rows
      .map(({ text }) => text)
      .filter((text) => !except.some((id) => text.includes(id)))
      .join("\n");
  });
  return (await Promise.all(texts)).join("\n");
}

describe("erasing a person", () => {
  test("leaves the role and nothing of the person anywhere, and says where a human must look", async () => {
    await hall.server.database.query({ text: "DELETE FROM access_log", values: [] });
    const { id, uuid, holding } = await hall.somebody();
    const others = (
      await hall.server.database.query<{ id: string }>({
        text: "SELECT id FROM node WHERE id <> ALL ($1)",
        values: [[uuid, holding]],
      })
    ).map((row) => row.id);
    const names =
      "query { persons { nodes { name key } } roleHoldings { nodes { name label email person { name } } } }";
    for (let times = 0; times < 3; times++) await hall.ask("staff", names);
    const { data, errors } = await hall.ask("admin", ERASE, { id, reason: "Widerspruch vom 2. März" });

    expect(errors).toBeUndefined();
    expect(data.erasePerson).toMatchObject({ roles: 1, statements: 3, externalIds: 1 });
    expect(data.erasePerson.mentions).toContainEqual({ kind: "Department", id: hall.office });
    expect(await everything(others)).not.toMatch(TRACES);
    const [role] = await hall.server.database.query({
      text: "SELECT role, function, valid_from, department_id, publication FROM role_holding WHERE id = $1",
      values: [holding],
    });
    expect(role).toEqual({
      role: "HEAD",
      function: "Amtsleitung",
      valid_from: "2020",
      department_id: hall.office,
      publication: "PUBLISHED",
    });
    const statements = await hall.server.database.query({
      text: "SELECT attribute, value, source_id IS NOT NULL AS sourced FROM statement WHERE subject_id = $1 ORDER BY 1",
      values: [holding],
    });
    expect(statements).toEqual([
      { attribute: "phone", value: null, sourced: true },
      { attribute: "validFrom", value: "2020", sourced: true },
    ]);
  });

  test("is seen at once in answers that were kept, and found by nobody", async () => {
    const { id, holding } = await hall.somebody();
    const query = `{ roleHolding(id: "role-holding_${holding}") { role name label email restrictedFields person { name } } search(text: "Amtsleitung Aylin", kinds: [PERSON]) { totalCount } }`;
    for (let times = 0; times < 3; times++) await hall.ask("staff", query);
    await hall.ask("steward", ERASE, { id, reason: "x" });

    const { data } = await hall.ask("staff", query);
    expect(data.roleHolding).toMatchObject({ role: "HEAD", name: null, email: null, person: null });
    expect(JSON.stringify(data)).not.toMatch(TRACES);
    expect(
      (
        await hall.ask(
          "steward",
          `{ person(id: "${id}") { name label publication externalIds { value } statements { value } } }`,
        )
      ).data.person,
    ).toMatchObject({
      name: "gelöscht",
      publication: "WITHDRAWN",
      externalIds: [],
    });
  });

  test("is written down with who, when, which kind and why, and without the values", async () => {
    await hall.server.database.query({ text: "DELETE FROM access_log", values: [] });
    const { id, uuid } = await hall.somebody();
    await hall.ask("steward", ERASE, { id, reason: "Widerspruch" });
    const entries = await hall.server.database.query<{ text: string }>({
      text: "SELECT to_jsonb(l)::text AS text FROM access_log AS l",
      values: [],
    });
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]!.text)).toMatchObject({
      event: "ERASURE",
      actor: "steward",
      kinds: ["Person"],
      subject: uuid,
      purpose: "Widerspruch",
    });
    expect(entries[0]!.text).not.toMatch(TRACES);
  });

  test("refuses a reason that names the person, in any spelling", async () => {
    const { id } = await hall.somebody();
    const { errors } = await hall.ask("steward", ERASE, { id, reason: "frau öztürk-meier will es" });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", attribute: "reason" } }]);
  });

  test("refuses without a trace when nobody is there to answer for it", async () => {
    const { id, uuid } = await hall.somebody();
    const nobody: Viewer = { role: "STEWARD", departments: [] };
    const work = erasePerson(hall.server.serving, { graph, viewer: nobody, id, reason: "x" });
    await expect(work).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
    expect(
      (await hall.server.database.query({ text: "SELECT FROM access_log WHERE subject = $1", values: [uuid] })).length,
    ).toBe(0);
  });

  test("can be done twice", async () => {
    const { id } = await hall.somebody();
    for (let times = 0; times < 2; times++)
      expect((await hall.ask("steward", ERASE, { id, reason: "x" })).errors).toBeUndefined();
  });
});
