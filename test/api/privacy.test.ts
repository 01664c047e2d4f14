import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Identify } from "../../src/access/identity/identifier.js";
import type { Viewer } from "../../src/access/viewer.js";
import { graph } from "../../src/domain/index.js";
import { personalTables } from "../../src/stewardship/privacy/personal-kinds.js";
import { geraDatabase } from "../support/gera.js";
import { type TestServer, testServer } from "../support/server.js";

const people: Record<string, Viewer> = {
  staff: { role: "STAFF", subject: "anna", departments: [] },
  steward: { role: "STEWARD", subject: "stella", departments: [] },
  admin: { role: "ADMIN", subject: "adam", departments: [] },
  program: { role: "SERVICE", subject: "sg_1", departments: [], scopes: { kinds: "ALL", export: false } },
};
const identify: Identify = async (name) => (name === undefined ? { role: "PUBLIC", departments: [] } : people[name]!);

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ identifying: () => identify, data: geraDatabase });
});
afterAll(() => server.close());
beforeEach(() => server.database.query({ text: "DELETE FROM access_log", values: [] }));

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by the shape of the question
  readonly data: any;
  readonly errors?: { extensions: { code: string; attribute?: string } }[];
}

async function ask(who: string | undefined, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const authorization: Record<string, string> = who === undefined ? {} : { authorization: who };
  return (await (await server.post({ query }, { ...authorization, ...headers })).json()) as Answer;
}

const log = () =>
  server.database.query<Record<string, unknown>>({
    text: "SELECT event, actor, role, operation, document, kinds, purpose FROM access_log ORDER BY id",
    values: [],
  });

const NAMES = "query Names { persons { nodes { name } } }";
const DEPARTMENTS = "query Departments { departments { nodes { name email } } }";

describe("reading data on people", () => {
  test("is written down: who, what, when and why, but nothing of the data and no variable", async () => {
    const query = "query Roles($key: String!) { department(key: $key) { head { person { name } email } } }";
    const body = { query, variables: { key: "dezernat-jugend-und-soziales" } };
    const headers = {
      authorization: "staff",
      "stadtgraph-purpose": Buffer.from("Einladung für März").toString("latin1"),
    };
    const before = Date.now();
    const text = await (await server.post(body, headers)).text();

    expect(text).toContain("Sandra Wanzar");
    expect(await log()).toEqual([
      {
        event: "READ",
        actor: "anna",
        role: "STAFF",
        operation: "Roles",
        document: createHash("sha256").update(query).digest("hex"),
        kinds: ["Person", "RoleHolding"],
        purpose: "Einladung für März",
      },
    ]);
    const [{ at, all } = { at: "", all: "" }] = await server.database.query<{ at: string; all: string }>({
      text: "SELECT at::text, to_jsonb(l)::text AS all FROM access_log AS l",
      values: [],
    });
    expect(Math.abs(Date.parse(at) - before)).toBeLessThan(60_000);
    expect(all).not.toMatch(/wanzar|jugend/i);
  });

  test("is written down on both paths, from the express lane, by GET and when the answer was kept", async () => {
    const paths: unknown[] = [];
    for (let times = 0; times < 3; times++) {
      const answer = await ask("staff", NAMES, { "stadtgraph-explain": "1" });
      paths.push((answer as unknown as { extensions: { explain: { path: string } } }).extensions.explain.path);
    }
    expect(paths).toEqual(["planned", "planned", "cached"]);
    await ask("staff", NAMES, { "stadtgraph-path": "resolved" });
    await ask("staff", `${NAMES} `);
    await ask("staff", `${NAMES} `);
    const headers = { authorization: "program", accept: "application/json" };
    await fetch(`${server.endpoint}?query=${encodeURIComponent(NAMES)}`, { headers });

    const noted = await log();
    expect(noted).toHaveLength(7);
    for (const entry of noted) expect(entry).toMatchObject({ event: "READ", operation: "Names", kinds: ["Person"] });
    expect(noted.map(({ actor }) => actor)).toEqual([...Array.from({ length: 6 }, () => "anna"), "sg_1"]);
  });

  test.each([
    ["a link", "{ departments { nodes { roleHoldings { nodes { function } } } } }"],
    ["a number", "{ persons { totalCount } }"],
    ["a filter", '{ roleHoldings(where: { person: { name: { contains: "a" } } }) { totalCount } }'],
    ["a group", "{ roleHoldings { groups(by: [PERSON]) { count } } }"],
    ["a search", '{ search(text: "Wanzar") { nodes { label } } }'],
    ["a label", "{ roleHoldings { nodes { label } } }"],
    ["one of them", '{ person(key: "wanzar-sandra") { label } }'],
    ["statements, which may be about people", "{ statements(first: 1) { nodes { value } } }"],
    ["a fragment", "{ ...F } fragment F on Query { persons { nodes { id } } }"],
  ])("is written down through %s, on both paths", async (_name, query) => {
    for (const headers of [{}, { "stadtgraph-path": "resolved" }] as Record<string, string>[])
      expect((await ask("staff", query, headers)).errors).toBeUndefined();
    expect(await log()).toHaveLength(2);
  });

  test("is not written down for what touches no person, nor for the public, whom only what is published is shown", async () => {
    await ask("staff", DEPARTMENTS);
    await ask("staff", '{ search(text: "Stadt", kinds: [THEME]) { totalCount } }');
    await ask("staff", "{ measures { nodes { title conflicts { attribute } sources { label } } } }");
    await ask(undefined, NAMES);
    await ask("staff", "{ persons { nodes { nothing } } }");

    expect(await log()).toEqual([]);
  });

  test("is answered only once it is written down", async () => {
    const run = (text: string) => server.database.query({ text, values: [] });
    await run("ALTER TABLE access_log RENAME TO access_log_away");
    const answered = await server.post({ query: NAMES }, { authorization: "staff" });
    const other = await ask("staff", DEPARTMENTS);
    await run("ALTER TABLE access_log_away RENAME TO access_log");

    expect(answered.status).toBe(500);
    expect(await answered.text()).not.toContain("Wanzar");
    expect(other.errors).toBeUndefined();
    expect((await ask("staff", NAMES)).errors).toBeUndefined();
  });

  test("is told by the declarations: people, and whatever is linked to them", () => {
    expect([...personalTables(graph).values()]).toEqual(["Person", "RoleHolding"]);
  });
});

describe("the access log", () => {
  const LOG = "accessLog { id at event actor role operation document kinds subject purpose }";

  test.each(["staff", "steward", "program", undefined])("is not shown to %s", async (who) => {
    const code = who === undefined ? "UNAUTHENTICATED" : "FORBIDDEN";
    expect((await ask(who, `{ ${LOG} }`)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test("is shown to administrators, the latest first, page by page", async () => {
    for (const who of ["staff", "program", "staff"]) await ask(who, NAMES);
    const { data, errors } = await ask("admin", `{ ${LOG} }`);
    expect(errors).toBeUndefined();
    expect(data.accessLog.map(({ actor }: { actor: string }) => actor)).toEqual(["anna", "sg_1", "anna"]);
    expect(Date.parse(data.accessLog[0].at)).toBeGreaterThanOrEqual(Date.parse(data.accessLog[2].at));
    const ids = data.accessLog.map(({ id }: { id: string }) => id);
    const rest = await ask("admin", `{ accessLog(first: 1, after: "${ids[0]}") { id } }`);
    expect(rest.data.accessLog).toEqual([{ id: ids[1] }]);
    expect((await ask("admin", '{ accessLog(actor: "sg_1", event: READ) { id } }')).data.accessLog).toEqual([
      { id: ids[1] },
    ]);
  });

  test.each(["first: 0", "first: 501", 'after: "x"'])("refuses %s", async (argument) => {
    const { errors } = await ask("admin", `{ accessLog(${argument}) { id } }`);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", attribute: argument.split(":")[0] } }]);
  });

  test("can be added to by the server, and neither changed nor shortened nor predated", async () => {
    await ask("staff", NAMES);
    for (const text of [
      "UPDATE access_log SET actor = 'x'",
      "DELETE FROM access_log",
      "TRUNCATE access_log",
      "INSERT INTO access_log (at, event, actor, role, kinds) VALUES (now(), 'READ', 'x', 'x', '{}')",
    ])
      await expect(server.serving.query({ text, values: [] })).rejects.toMatchObject({ code: "42501" });
    expect(await log()).toHaveLength(1);
  });
});
