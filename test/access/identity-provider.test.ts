import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { createLog } from "../../src/platform/log.js";
import { type TestServer, testServer } from "../support/server.js";

// Each program reads the whole house before it does anything.
jest.setTimeout(60_000);

const PROGRAM = "dist/scripts/identity-provider.js";

let child: ChildProcess;
let settings: NodeJS.Dict<string>;
let server: TestServer;
let identify: Identify;

beforeAll(async () => {
  child = spawn(process.execPath, [PROGRAM], { stdio: ["ignore", "pipe", "ignore"] });
  settings = parseEnv((await saidBy(child)).join("\n"));
  const environment = readEnvironment(settings);
  const log = createLog({ logLevel: "silent" });
  const identifying = (database: TestServer["database"]) => (identify = identifierOf({ environment, database, log }));
  server = await testServer({ identifying });
});
afterAll(async () => {
  child.kill();
  await server.close();
});

/** What it prints up to the line that fetches a token. */
async function saidBy(program: ChildProcess): Promise<string[]> {
  const said: string[] = [];
  for await (const line of createInterface({ input: program.stdout! })) {
    if (line.startsWith("curl")) return said;
    said.push(line);
  }
  throw new Error(`The provider did not start: ${said.join("\n")}`);
}

async function tokenOf(user: string): Promise<string> {
  const form = { grant_type: "client_credentials", client_id: user, client_secret: "development-only" };
  const response = await fetch(`${settings["OIDC_ISSUER"]!}/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

describe("the provider for development", () => {
  test.each([
    ["public@stadt.example", { role: "PUBLIC", departments: [] }],
    ["staff@stadt.example", { role: "STAFF", subject: "staff@stadt.example", departments: [] }],
    ["editor@stadt.example", { role: "EDITOR", subject: "editor@stadt.example", departments: ["jugendamt"] }],
    ["steward@stadt.example", { role: "STEWARD", subject: "steward@stadt.example", departments: [] }],
    ["admin@stadt.example", { role: "ADMIN", subject: "admin@stadt.example", departments: [] }],
  ])("prints settings with which the server knows %s", async (user, viewer) => {
    expect(await identify(`Bearer ${await tokenOf(user)}`)).toEqual(viewer);
  });

  test("lets its administrator make a token by which a program asks", async () => {
    const query = 'mutation { createServiceToken(input: { name: "Portal", days: 1 }) { secret } }';
    const authorization = `Bearer ${await tokenOf("admin@stadt.example")}`;
    const { data } = (await (await server.post({ query }, { authorization })).json()) as {
      data: { createServiceToken: { secret: string } };
    };
    const { secret } = data.createServiceToken;
    const answer = await server.post({ query: "{ themes { totalCount } }" }, { authorization: `Bearer ${secret}` });
    expect(answer.status).toBe(200);
  });

  test("does not start in production", async () => {
    const refused = spawn(process.execPath, [PROGRAM], { env: { NODE_ENV: "production" }, stdio: "ignore" });
    expect(await once(refused, "exit")).toEqual([1, null]);
  });
});
