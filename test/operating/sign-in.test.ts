import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { type OidcEnvironment, readEnvironment } from "../../src/platform/environment.js";
import { createLog } from "../../src/platform/log.js";
import { newKey, now, signed, type TestProvider, testProvider } from "../access/provider.js";
import { BUILDING } from "../support/database.js";
import { type TestServer, testServer } from "../support/server.js";
import { blocksIn } from "./guide.js";

const log = createLog({ logLevel: "silent" });

/** What the guide says to set for a provider, as the server reads it in production. */
function settingsUnder(heading: string): OidcEnvironment {
  const [block] = blocksIn("dotenv", heading);
  return readEnvironment({ ...parseEnv(block!.text), NODE_ENV: "production" }).oidc!;
}

let server: TestServer;
let provider: TestProvider;
const key = await newKey("RS256", "one");
beforeAll(async () => {
  server = await testServer();
  provider = await testProvider([key]);
});
afterAll(async () => {
  await provider.stop();
  await server.close();
});

/** Reads tokens as these settings say; only the provider's address is a test's own. */
const identifying = (oidc: OidcEnvironment): Identify =>
  identifierOf({ environment: { oidc }, database: server.database, log });

describe("with the settings for Keycloak", () => {
  const keycloak = settingsUnder("Keycloak, step by step");

  /** What Keycloak 26 writes into an access token of a portal's user. */
  const claims = (roles: string[], more: object = {}): object => ({
    exp: now() + 300,
    iat: now(),
    jti: "onrtac:8a5f4d1e-0c3b-4a3e-9a53-0a4f1c0f2a11",
    iss: provider.url,
    aud: ["stadtgraph", "account"],
    sub: "f1b7c0de-32a7-4d0e-9c55-8d7f3f6f1a01",
    typ: "Bearer",
    azp: "stadtportal",
    sid: "6e7c33b1",
    acr: "1",
    realm_access: { roles: ["offline_access", "default-roles-stadt", "uma_authorization", ...roles] },
    resource_access: { account: { roles: ["manage-account", "view-profile"] } },
    scope: "openid profile email stadtgraph-api",
    ...more,
  });

  const viewerWith = async (roles: string[], more?: object) => {
    const identify = identifying({ ...keycloak, issuer: provider.url });
    return identify(`Bearer ${await signed(claims(roles, more), key, { typ: "JWT" })}`);
  };

  test.each([
    [[], "PUBLIC"],
    [["admin"], "PUBLIC"],
    [["stadtgraph-staff"], "STAFF"],
    [["stadtgraph-editor"], "EDITOR"],
    [["stadtgraph-steward"], "STEWARD"],
    [["stadtgraph-staff", "stadtgraph-admin"], "ADMIN"],
  ])("someone with the roles %j is %s", async (roles, role) => {
    expect((await viewerWith(roles)).role).toBe(role);
  });

  test.each([
    ["jugendamt", ["jugendamt"]],
    [["51"], ["jugendamt"]],
    [["51", "jugendamt"], ["jugendamt"]],
    ["99", []],
    [undefined, []],
  ])("the department %j is read as %j", async (department, keys) => {
    expect((await viewerWith(["stadtgraph-editor"], { department })).departments).toEqual(keys);
  });

  test("a token without the audience, for the portal itself, or that only says who signed in opens nothing", async () => {
    const refused = { extensions: { code: "UNAUTHENTICATED" } };
    await expect(viewerWith(["stadtgraph-admin"], { aud: "account" })).rejects.toMatchObject(refused);
    await expect(viewerWith(["stadtgraph-admin"], { aud: "stadtportal" })).rejects.toMatchObject(refused);
    await expect(viewerWith(["stadtgraph-admin"], { typ: "ID" })).rejects.toMatchObject(refused);
  });
});

describe("with the provider for development", () => {
  let child: ChildProcess;
  let printed: NodeJS.Dict<string>;
  beforeAll(async () => {
    child = spawn(process.execPath, ["dist/scripts/identity-provider.js"], { stdio: ["ignore", "pipe", "ignore"] });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      if (line.startsWith("curl")) break;
      lines.push(line);
    }
    printed = parseEnv(lines.join("\n"));
  }, BUILDING);
  afterAll(() => void child.kill());

  test.each(["public", "staff", "editor", "steward", "admin"])(
    "%s is known by the settings for Keycloak, but for the address",
    async (name) => {
      const issuer = printed["OIDC_ISSUER"]!;
      const form = {
        grant_type: "client_credentials",
        client_id: `${name}@stadt.example`,
        client_secret: "development-only",
      };
      const response = await fetch(`${issuer}/token`, { method: "POST", body: new URLSearchParams(form) });
      const { access_token: token } = (await response.json()) as { access_token: string };
      const viewer = await identifying({ ...settingsUnder("Keycloak, step by step"), issuer })(`Bearer ${token}`);
      expect(viewer).toMatchObject({ role: name.toUpperCase(), departments: name === "editor" ? ["jugendamt"] : [] });
    },
  );
});

describe("with the settings for", () => {
  test("Entra ID, app roles and groups are read", async () => {
    const entra = settingsUnder("Entra ID, in short");
    const token = {
      ...{ iss: provider.url, aud: entra.audience, exp: now() + 300, nbf: now(), sub: "AAAA", oid: "1", ver: "2.0" },
      roles: ["stadtgraph-editor"],
      groups: ["22222222-2222-2222-2222-222222222222", "33333333-3333-3333-3333-333333333333"],
    };
    const viewer = await identifying({ ...entra, issuer: provider.url })(`Bearer ${await signed(token, key)}`);
    expect(viewer).toMatchObject({ role: "EDITOR", departments: ["jugendamt"] });
  });

  test("AD FS, the keys come from the address that is set, and claims are named by addresses", async () => {
    const adfs = settingsUnder("AD FS, in short");
    const token = {
      ...{ iss: adfs.issuer, aud: adfs.audience, exp: now() + 300, sub: "S-1-5-21", apptype: "Confidential" },
      "http://schemas.microsoft.com/ws/2008/06/identity/claims/role": ["G-Stadtgraph-Mitarbeitende", "Domain Users"],
    };
    const identify = identifying({ ...adfs, jwksUrl: `${provider.url}/jwks` });
    expect((await identify(`Bearer ${await signed(token, key)}`)).role).toBe("STAFF");
    expect(provider.asked).toContain("/jwks");
  });
});
