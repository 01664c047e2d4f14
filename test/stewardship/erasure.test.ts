import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Identify } from "../../src/access/identity/identifier.js";
import type { Viewer } from "../../src/access/viewer.js";
import { graph } from "../../src/domain/index.js";
import { erasePerson } from "../../src/stewardship/privacy/erase-person.js";
import { eraseOverdue, overduePeople } from "../../src/stewardship/privacy/retention.js";
import { insert } from "../support/rows.js";
import { type TestServer, testServer } from "../support/server.js";

const identify: Identify = async (name) =>
  name === undefined
    ? { role: "PUBLIC", departments: [] }
    : ({ role: name.toUpperCase(), subject: name, departments: [] } as Viewer);

let server: TestServer;
let office: string;
beforeAll(async () => {
  server = await testServer({ identifying: () => identify });
  [office] = (await insert(server.database, "department", [
    { key: "amt", name: "Amt", kind: "OFFICE", note: "Früher von Frau Öztürk-Meier geleitet" },
  ])) as [string];
});
afterAll(() => server.close());

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by the shape of the question
  readonly data: any;
  readonly errors?: { extensions: { code: string; attribute?: string } }[];
}

const ask = async (who: string | undefined, query: string, variables: object = {}): Promise<Answer> =>
  (await (await server.post({ query, variables }, who === undefined ? {} : { authorization: who })).json()) as Answer;

const REPORT = "query ($id: ID!, $reason: String!) { personReport(id: $id, reason: $reason) { kind id values } }";
const ERASE = `mutation ($id: ID!, $reason: String!) { erasePerson(id: $id, reason: $reason) {
  roles statements externalIds mentions { kind id } } }`;

/** Words that must be nowhere afterwards. */
const TRACES = /Öztürk|oeztuerk|ozturk|Oezt|365-4711|Personalnummer-77/i;

let made = 0;

/** A person with everything that can be held on one. */
async function somebody(retain: string | null = null): Promise<{ id: string; uuid: string; holding: string }> {
  const { database } = server;
  const key = `oeztuerk-meier-aylin-${++made}`;
  const [uuid] = (await insert(database, "person", [{ key, name: "Aylin Öztürk-Meier" }])) as [string];
  const [holding] = (await insert(database, "role_holding", [
    {
      key: `amt--${key}`,
      person_id: uuid,
      department_id: office,
      role: "HEAD",
      function: "Amtsleitung",
      email: "oeztuerk@stadt.example",
      phone: "0365-4711",
      valid_from: "2020",
      retain_until: retain,
    },
  ])) as [string];
  const [source] = (await insert(database, "source", [{ key: `seite-${made}`, title: "Seite des Amts" }])) as [string];
  await insert(database, "statement", [
    {
      key: `${key}--name`,
      subject_id: uuid,
      attribute: "name",
      value: "Aylin Öztürk-Meier",
      rank: "PREFERRED",
      basis: "SOURCE",
      locator: "Frau Öztürk-Meier, Zimmer 3",
      reason: null,
      position: 1,
      source_id: source,
    },
    {
      key: `amt--${key}--phone`,
      subject_id: holding,
      attribute: "phone",
      value: "0365-4711",
      rank: "PREFERRED",
      basis: "SOURCE",
      locator: null,
      reason: "wie Öztürk-Meier sagt",
      position: 1,
      source_id: source,
    },
    {
      key: `amt--${key}--from`,
      subject_id: holding,
      attribute: "validFrom",
      value: "2020",
      rank: "PREFERRED",
      basis: "SOURCE",
      locator: "Öztürk-Meier seit 2020",
      reason: null,
      position: 2,
      source_id: source,
    },
  ]);
  await insert(database, "external_id", [{ scheme: "sap", value: `Personalnummer-77-${made}`, node_id: uuid }]);
  return { id: `person_${uuid}`, uuid, holding };
}

/** Everything that the database holds in the tables of the program, as one text, but for the rows of these ids. */
async function everything(except: readonly string[]): Promise<string> {
  const tables = await server.database.query<{ name: string }>({
    text: "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    values: [],
  });
  const texts = tables.map(async ({ name }) => {
    const rows = await server.database.query<{ text: string }>({
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

describe("what is held on a person", () => {
  test("is told whole: the rows, what is said of them and by whom, other systems' ids, the text of search, and where else the name stands", async () => {
    const { id, uuid, holding } = await somebody();
    const { data, errors } = await ask("steward", REPORT, { id, reason: "Antrag vom 1. März" });
    expect(errors).toBeUndefined();
    const held = data.personReport as { kind: string; id: string; values: Record<string, unknown> }[];
    const count = (kind: string) => held.filter((entry) => entry.kind === kind).length;
    expect(
      ["Person", "RoleHolding", "Statement", "Source", "ExternalId", "SearchDocument", "AccessLog"].map(count),
    ).toEqual([1, 1, 3, 1, 1, 1, 1]);
    expect(held.find(({ kind }) => kind === "Person")).toMatchObject({
      id: uuid,
      values: { name: "Aylin Öztürk-Meier" },
    });
    expect(held.find((entry) => entry.id === holding)).toMatchObject({
      kind: "RoleHolding",
      values: { phone: "0365-4711" },
    });
    expect(held).toContainEqual({ kind: "Mention", id: office, values: { kind: "Department", text: "Amt" } });
    const said = held.find(({ kind }) => kind === "AccessLog")!.values;
    expect(said).toMatchObject({ event: "REPORT", actor: "steward", subject: uuid, purpose: "Antrag vom 1. März" });
  });

  test.each([
    ["public", "UNAUTHENTICATED"],
    ["staff", "FORBIDDEN"],
    ["editor", "FORBIDDEN"],
  ])("is not told to %s, who cannot erase either", async (who, code) => {
    const { id, uuid } = await somebody();
    for (const question of [REPORT, ERASE]) {
      const { data, errors } = await ask(who === "public" ? undefined : who, question, { id, reason: "x" });
      expect({ data, errors }).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    }
    expect(await server.database.query({ text: "SELECT name FROM person WHERE id = $1", values: [uuid] })).toEqual([
      { name: "Aylin Öztürk-Meier" },
    ]);
  });

  test.each([
    ["no reason", "person", "  ", "BAD_USER_INPUT"],
    ["a reason of two lines", "person", "a\nb", "BAD_USER_INPUT"],
    ["the id of nobody", "nobody", "x", "NOT_FOUND"],
    ["the id of something else", "office", "x", "NOT_FOUND"],
    ["no id", "none", "x", "NOT_FOUND"],
  ])("is refused with %s, as erasing is", async (_name, which, reason, code) => {
    const { id } = await somebody();
    const ids: Record<string, string> = {
      person: id,
      nobody: "person_00000000-0000-7000-8000-000000000000",
      office: `department_${office}`,
      none: "x",
    };
    for (const question of [REPORT, ERASE])
      expect((await ask("steward", question, { id: ids[which], reason })).errors).toMatchObject([
        { extensions: { code } },
      ]);
  });
});

describe("erasing a person", () => {
  test("leaves the role and nothing of the person anywhere, and says where a human must look", async () => {
    await server.database.query({ text: "DELETE FROM access_log", values: [] });
    const { id, uuid, holding } = await somebody();
    const others = (
      await server.database.query<{ id: string }>({
        text: "SELECT id FROM node WHERE id <> ALL ($1)",
        values: [[uuid, holding]],
      })
    ).map((row) => row.id);
    const names =
      "query { persons { nodes { name key } } roleHoldings { nodes { name label email person { name } } } }";
    for (let times = 0; times < 3; times++) await ask("staff", names);
    const { data, errors } = await ask("admin", ERASE, { id, reason: "Widerspruch vom 2. März" });

    expect(errors).toBeUndefined();
    expect(data.erasePerson).toMatchObject({ roles: 1, statements: 3, externalIds: 1 });
    expect(data.erasePerson.mentions).toContainEqual({ kind: "Department", id: office });
    expect(await everything(others)).not.toMatch(TRACES);
    const [role] = await server.database.query({
      text: "SELECT role, function, valid_from, department_id, publication FROM role_holding WHERE id = $1",
      values: [holding],
    });
    expect(role).toEqual({
      role: "HEAD",
      function: "Amtsleitung",
      valid_from: "2020",
      department_id: office,
      publication: "PUBLISHED",
    });
    const statements = await server.database.query({
      text: "SELECT attribute, value, source_id IS NOT NULL AS sourced FROM statement WHERE subject_id = $1 ORDER BY 1",
      values: [holding],
    });
    expect(statements).toEqual([
      { attribute: "phone", value: null, sourced: true },
      { attribute: "validFrom", value: "2020", sourced: true },
    ]);
  });

  test("is seen at once in answers that were kept, and found by nobody", async () => {
    const { id, holding } = await somebody();
    const query = `{ roleHolding(id: "role-holding_${holding}") { role name label email restrictedFields person { name } } search(text: "Amtsleitung Aylin", kinds: [PERSON]) { totalCount } }`;
    for (let times = 0; times < 3; times++) await ask("staff", query);
    await ask("steward", ERASE, { id, reason: "x" });

    const { data } = await ask("staff", query);
    expect(data.roleHolding).toMatchObject({ role: "HEAD", name: null, email: null, person: null });
    expect(JSON.stringify(data)).not.toMatch(TRACES);
    expect(
      (
        await ask(
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
    await server.database.query({ text: "DELETE FROM access_log", values: [] });
    const { id, uuid } = await somebody();
    await ask("steward", ERASE, { id, reason: "Widerspruch" });
    const entries = await server.database.query<{ text: string }>({
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
    const { id } = await somebody();
    const { errors } = await ask("steward", ERASE, { id, reason: "frau öztürk-meier will es" });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", attribute: "reason" } }]);
  });

  test("refuses without a trace when nobody is there to answer for it", async () => {
    const { id, uuid } = await somebody();
    const nobody: Viewer = { role: "STEWARD", departments: [] };
    const work = erasePerson(server.serving, { graph, viewer: nobody, id, reason: "x" });
    await expect(work).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
    expect(
      (await server.database.query({ text: "SELECT FROM access_log WHERE subject = $1", values: [uuid] })).length,
    ).toBe(0);
  });

  test("can be done twice", async () => {
    const { id } = await somebody();
    for (let times = 0; times < 2; times++)
      expect((await ask("steward", ERASE, { id, reason: "x" })).errors).toBeUndefined();
  });
});

describe("retention", () => {
  test("by command shows who it would be and erases only when told to", async () => {
    const { id } = await somebody("2021-01-31");
    const names = { text: "SELECT name FROM person WHERE id = $1", values: [id.slice("person_".length)] };

    const shown = await command();
    expect(shown).toMatchObject({ code: 0, errors: "" });
    expect(shown.out).toContain(id);
    expect(shown.out).toContain("1 to be erased; nothing was changed.");
    expect(shown.out).not.toMatch(TRACES);
    expect(await server.database.query(names)).toEqual([{ name: "Aylin Öztürk-Meier" }]);

    expect(await command("--apply")).toMatchObject({ code: 0, errors: "", out: expect.stringContaining("1 erased.") });
    expect(await server.database.query(names)).toEqual([{ name: "gelöscht" }]);
  });

  test("is over once every role of a person was to be kept until a day that has passed", async () => {
    const { serving, database } = server;
    const past = await somebody("2020-12-31");
    await somebody("2999-12-31");
    await somebody(null);
    const current = await somebody("2020-12-31");
    await insert(database, "role_holding", [
      { key: "noch-im-amt", person_id: current.uuid, department_id: office, role: "CONTACT_PERSON" },
    ]);

    const due = await overduePeople(serving, graph);
    expect(due).toEqual([{ id: past.id, until: "2020-12-31" }]);
    expect(await eraseOverdue(serving, graph, due)).toBe(1);
    expect(await overduePeople(serving, graph)).toEqual([]);
    expect(await database.query({ text: "SELECT name FROM person WHERE id = $1", values: [past.uuid] })).toEqual([
      { name: "gelöscht" },
    ]);
    expect(
      await database.query({ text: "SELECT actor, event FROM access_log WHERE subject = $1", values: [past.uuid] }),
    ).toEqual([{ actor: "retention", event: "ERASURE" }]);
  });
});

/** Runs `npm run retention -- …` over the test's database. */
async function command(...words: string[]): Promise<{ code: number | null; out: string; errors: string }> {
  const env = { PATH: process.env["PATH"], DATABASE_URL: server.url };
  const child = spawn(process.execPath, ["dist/scripts/retention.js", ...words], { env });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, errors };
}
