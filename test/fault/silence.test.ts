import { beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { adminClaims, type NamedKey, newKey, signed } from "../access/provider.js";
import { BUILDING } from "../support/database.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { administrator, type Administrator, CREATE_TOKEN } from "./world/administrator.js";
import { kept } from "./world/kept.js";
import { type OwnPostgres, ownPostgres } from "./world/postgres.js";

/** What is planted everywhere where somebody could put it; none of it may stand in any line that the server writes. */
const NAME = "Wilhelmine Geheimnisträger";
const EMAIL = "wilhelmine.geheim@stadt.example";
const SECRET = "Zm9vYmFyYmF6cXV4cXV1eGNvcmdlZ3JhdWx0";

let postgres: OwnPostgres;
let admin: Administrator;
let forged: NamedKey;
let server: ServerProcess;
const keep = kept();
beforeAll(async () => {
  postgres = keep(await ownPostgres(), (started) => started.close());
  admin = keep(await administrator(), (started) => started.close());
  forged = await newKey("EdDSA", "one");
  server = keep(
    await serverProcess(postgres.url, { LOG_LEVEL: "trace", LOG_SLOW_MS: "1", ...admin.environment }),
    (started) => started.stop(),
  );
}, BUILDING);

const INPUT = { name: NAME, days: 1 };

/** Bodies that say who is meant: rightly, wrongly in every way, and in a document itself. */
const BODIES: readonly unknown[] = [
  { query: "query ($t: String!) { search(text: $t) { totalCount } }", variables: { t: NAME } },
  { query: "query ($t: String!) { search(text: $t) { totalCount } }", variables: { t: { [NAME]: EMAIL } } },
  { query: `{ persons(where: { name: { eq: "${NAME}" } }) { totalCount } }` },
  { query: `{ persons(where: { name: { is: "${EMAIL}" } }) { totalCount } }` },
  { query: `{ persons(where: { name: { eq: "${NAME} }) { totalCount } }` },
  { query: `{ person(key: "${EMAIL}") { key } }` },
  { query: `{ person(id: "${EMAIL}") { key } }` },
  { query: `{ measures(after: "${EMAIL}") { totalCount } }` },
  { query: "{ measures(where: { startsOn: { eq: $d } }) { totalCount } }", variables: { d: EMAIL } },
  { query: `# ${EMAIL}\n{ persons { nodes { name } } }`, operationName: NAME },
  { query: "{ __typename }", extensions: { persistedQuery: { version: 1, sha256Hash: EMAIL } } },
  { query: EMAIL, variables: EMAIL },
  `{"query": "${EMAIL}`,
];

const HEADERS: readonly Record<string, string>[] = [
  {},
  { authorization: `Bearer ${SECRET}` },
  { authorization: `Bearer sg_0123456789abcdef_${SECRET}${SECRET.slice(0, 7)}` },
  { authorization: `Basic ${SECRET}`, cookie: `session=${SECRET}`, "x-api-key": SECRET, referer: EMAIL },
];

/** Asks everything, with every header; whatever is answered. */
async function askAll(): Promise<void> {
  const token = await signed({ ...adminClaims("https://forged.example"), sub: EMAIL, name: NAME }, forged);
  const all = [...HEADERS, admin.headers, { authorization: `Bearer ${token}` }];
  for (const headers of all) {
    for (const body of BODIES) await ask("/graphql", body, headers);
    await ask("/graphql", { ...CREATE_TOKEN, variables: { input: INPUT } }, headers);
    for (const path of [`/graphql?query=${EMAIL}`, `/${EMAIL}?token=${SECRET}`, "/%E4", "/metrics", "/readyz"])
      await ask(path, undefined, headers);
  }
}

async function ask(path: string, body: unknown, headers: Record<string, string>): Promise<void> {
  const sent =
    body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
  await (
    await fetch(server.url + path, { ...sent, headers: { "content-type": "application/json", ...headers } })
  ).text();
}

/** Makes the database refuse in the ways that repeat values: in the detail of an error, in its sentence, without quotes. */
const BROKEN = `ALTER TABLE service_token ADD CONSTRAINT not_her CHECK (name <> '${NAME}') NOT VALID;
  ALTER TABLE person RENAME COLUMN name TO called;`;

const RAISING = `CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no %, no "%"', NEW.name, NEW.name; END $$;
  CREATE TRIGGER tell BEFORE INSERT ON service_token FOR EACH ROW EXECUTE FUNCTION tell();`;

async function run(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(statements);
  await client.end();
}

test("no secret, no name and no address of a person stands in anything that the server writes, whatever goes wrong", async () => {
  await askAll();
  await run(BROKEN);
  await askAll();
  await run(RAISING);
  await ask("/graphql", { ...CREATE_TOKEN, variables: { input: INPUT } }, admin.headers);
  await postgres.fall("kill");
  await askAll();

  const output = server.output();
  const password = new URL(postgres.url).password;
  const planted = [NAME, "Geheimnisträger", "Geheimnistr", EMAIL, "wilhelmine", SECRET, password, "eyJ"];
  expect(planted.filter((each) => output.includes(each))).toEqual([]);
  // It did write of all that: a server that says nothing at all would pass as well.
  for (const said of [
    "internal error",
    "token refused",
    "23514",
    "P0001",
    "42703",
    "SERVICE_UNAVAILABLE",
    "BAD_USER_INPUT",
  ])
    expect(output).toContain(said);
}, 120_000);

test("the server of PostgreSQL that comes along writes no values into its log either", async () => {
  const log = await postgres.log();
  expect(log).toMatch(/ready to accept connections/);
  expect([NAME, EMAIL].filter((each) => log.includes(each))).toEqual([]);
});
