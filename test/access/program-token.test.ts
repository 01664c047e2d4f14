import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { createServiceToken, type ServiceTokenWish } from "../../src/access/identity/program-token/create.js";
import { createLog } from "../../src/platform/log.js";
import { type TestServer, testServer } from "../support/server.js";
import { adminClaims, type NamedKey, newKey, signed, type TestProvider, testProvider } from "./provider.js";

let provider: TestProvider;
let key: NamedKey;
let server: TestServer;
let identify: Identify;

beforeAll(async () => {
  key = await newKey("EdDSA", "one");
  provider = await testProvider([key]);
  const log = createLog({ logLevel: "silent" });
  const identifying = (database: TestServer["database"]) =>
    (identify = identifierOf({ environment: { oidc: provider.oidc }, database, log }));
  server = await testServer({ identifying });
});
afterAll(async () => {
  await server.close();
  await provider.stop();
});

const WISH: ServiceTokenWish = { name: "Power BI", kinds: ["Theme"], mayExport: true, days: 90, createdBy: "test" };

const headerFor = async (role: string): Promise<Record<string, string>> =>
  role === "public"
    ? {}
    : {
        authorization: `Bearer ${await signed({ ...adminClaims(provider.url), realm_access: { roles: [role] } }, key)}`,
      };

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by the shape of the question
  readonly data: any;
  readonly errors?: { extensions: { code: string; attribute?: string } }[];
}

async function asking(headers: Record<string, string>, query: string, variables: object = {}): Promise<Answer> {
  return (await (await server.post({ query, variables }, headers)).json()) as Answer;
}

const CREATE = `mutation ($input: ServiceTokenInput!) { createServiceToken(input: $input) {
  secret token { id name kinds mayExport createdBy createdAt expiresAt lastUsedAt revokedAt } } }`;
const LIST = "{ serviceTokens { id name kinds mayExport createdBy lastUsedAt revokedAt } }";
const REVOKE = "mutation ($id: ID!) { revokeServiceToken(id: $id) { id revokedAt } }";
const INPUT = { name: " Power BI ", kinds: ["Theme", "Measure", "Theme"], mayExport: true, days: 90 };

const sql = (text: string, ...values: unknown[]) => server.database.query<Record<string, unknown>>({ text, values });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const statusOf = async (secret: string) => (await server.post({ query: "{ __typename }" }, bearer(secret))).status;

describe("a service token", () => {
  test("is made by an administrator, shown once, used, listed with its use, and ended at once", async () => {
    const admin = await headerFor("admin");
    const { secret, token } = (await asking(admin, CREATE, { input: INPUT })).data.createServiceToken;
    expect(secret).toMatch(/^sg_[0-9a-f]{16}_[\w-]{43}$/);
    expect(token).toMatchObject({ name: "Power BI", kinds: ["Measure", "Theme"], mayExport: true, lastUsedAt: null });
    expect(token).toMatchObject({ createdBy: "admin@stadt.example", revokedAt: null });
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(90 * 86_400_000);

    expect((await asking(bearer(secret), LIST)).errors![0]!.extensions.code).toBe("FORBIDDEN");
    await noted(token.id);
    const listed = (await asking(admin, LIST)).data.serviceTokens;
    expect(listed).toHaveLength(1);
    expect(Date.now() - Date.parse(listed[0].lastUsedAt)).toBeLessThan(10_000);
    expect(JSON.stringify(listed)).not.toContain(secret.slice(-43));

    const ended = (await asking(admin, REVOKE, { id: token.id })).data.revokeServiceToken;
    expect(ended.revokedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await statusOf(secret)).toBe(401);
    expect((await asking(admin, REVOKE, { id: token.id })).data.revokeServiceToken).toEqual(ended);
  });

  test("stands for its scopes and nothing else", async () => {
    const some = await createServiceToken(server.database, WISH);
    const all = await createServiceToken(server.database, { ...WISH, kinds: "ALL", mayExport: false });
    const [first, second] = [some, all].map(({ token }) => ({ role: "SERVICE", subject: `sg_${token.id}` }));
    expect(await identify(`Bearer ${some.secret}`)).toEqual({
      ...first,
      departments: [],
      scopes: { kinds: ["Theme"], export: true },
    });
    expect(await identify(`Bearer ${all.secret}`)).toEqual({
      ...second,
      departments: [],
      scopes: { kinds: "ALL", export: false },
    });
  });

  test("is nowhere in the database, and neither is its secret", async () => {
    const { secret } = await createServiceToken(server.database, WISH);
    const [row] = await sql("SELECT json_agg(t)::text AS all FROM service_token AS t");
    expect(row!.all).not.toContain(secret.slice(-43));
    expect(row!.all).not.toContain(Buffer.from(secret.slice(-43), "base64url").toString("hex"));
  });

  test("stops when its time is over", async () => {
    const { secret, token } = await createServiceToken(server.database, { ...WISH, days: 1 });
    expect(await statusOf(secret)).toBe(200);
    await sql(
      "UPDATE service_token SET created_at = now() - interval '2 days', expires_at = now() WHERE id = $1",
      token.id,
    );
    expect(await statusOf(secret)).toBe(401);
  });

  test("has its use written down once a minute, however often it is used", async () => {
    const { secret, token } = await createServiceToken(server.database, WISH);
    await statusOf(secret);
    const first = await noted(token.id);
    for (let times = 0; times < 5; times++) await statusOf(secret);
    expect(await noted(token.id)).toBe(first);
    await sql("UPDATE service_token SET last_used_at = now() - interval '61 seconds' WHERE id = $1", token.id);
    await statusOf(secret);
    await after(200);
    expect(Date.parse(String(await noted(token.id)))).toBeGreaterThanOrEqual(Date.parse(String(first)));
  });

  test.each<[string, (secret: string) => string]>([
    ["another secret", (secret) => secret.slice(0, 20) + "A".repeat(43)],
    ["one letter changed", (secret) => secret.slice(0, -1) + (secret.endsWith("A") ? "E" : "A")],
    ["an id that there is not", (secret) => `sg_${"f".repeat(16)}_${secret.slice(-43)}`],
    ["no secret", (secret) => secret.slice(0, 20)],
    ["a secret too long", (secret) => `${secret}A`],
    ["capital letters in the id", (secret) => secret.slice(0, 19).toUpperCase() + secret.slice(19)],
    ["SQL for an id", (secret) => `sg_1'OR'1'='1_${secret.slice(-43)}`],
    ["its hash for a secret", (secret) => `${secret.slice(0, 20)}${"a".repeat(64)}`],
    ["only the prefix", () => "sg_"],
  ])("with %s is refused like any other forgery", async (_name, spoil) => {
    const { secret } = await createServiceToken(server.database, WISH);
    const response = await server.post({ query: "{ __typename }" }, bearer(spoil(secret)));
    const uniform = await server.post({ query: "{ __typename }" }, bearer("x"));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe(await uniform.text());
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
  });

  /** When the use of a token was written down, as soon as it was: nobody waits for that. */
  async function noted(id: string): Promise<unknown> {
    for (let times = 0; times < 50; times++) {
      const [row] = await sql("SELECT last_used_at FROM service_token WHERE id = $1", id);
      if (row!.last_used_at !== null) return row!.last_used_at;
      await after(20);
    }
    throw new Error("its use was never written down");
  }
});

describe("whoever is no administrator", () => {
  const QUESTIONS = [
    LIST,
    CREATE,
    REVOKE,
    "{ themes { totalCount } serviceTokens { id } }",
    "{ ...F } fragment F on Query { mine: serviceTokens { id } }",
  ];

  test.each(["public", "staff", "editor", "steward"])("as %s can neither make nor see nor end tokens", async (role) => {
    const before = await sql("SELECT * FROM service_token");
    const headers = await headerFor(role);
    for (const question of QUESTIONS) {
      const answer = await asking(headers, question, { input: INPUT, id: before[0]?.id ?? "x" });
      const code = role === "public" ? "UNAUTHENTICATED" : "FORBIDDEN";
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    }
    expect(await sql("SELECT * FROM service_token")).toEqual(before);
  });
});

describe("a token that cannot be meant", () => {
  test.each([
    ["no name", { name: "  " }, "name"],
    ["a name of 101 letters", { name: "x".repeat(101) }, "name"],
    ["a name of two lines", { name: "a\nb" }, "name"],
    ["no day", { days: 0 }, "days"],
    ["two years", { days: 731 }, "days"],
    ["no kind", { kinds: [] }, "kinds"],
    ["a kind that there is not", { kinds: ["Theme", "Secret"] }, "kinds"],
  ])("with %s is refused, with what is wrong", async (_name, change, attribute) => {
    const answer = await asking(await headerFor("admin"), CREATE, { input: { ...INPUT, ...change } });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: "BAD_USER_INPUT", attribute } }] });
  });

  test("and does not exist cannot be revoked", async () => {
    const answer = await asking(await headerFor("admin"), REVOKE, { id: "0000000000000000" });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });
});
