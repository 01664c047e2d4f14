import { describe, expect, test } from "@jest/globals";
import { readEnvironment } from "../../src/platform/environment.js";

const KEYCLOAK = {
  OIDC_ISSUER: "https://login.stadt.example/realms/stadt",
  OIDC_AUDIENCE: "stadtgraph",
  OIDC_ROLE_CLAIM: "realm_access.roles",
  OIDC_ROLE_MAP: '{"sg-admin":"ADMIN"}',
  OIDC_DEPARTMENT_CLAIM: "department",
};

const problemsOf = (source: NodeJS.ProcessEnv): string => {
  try {
    readEnvironment(source);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("the settings of signing in", () => {
  test("are absent without a provider", () => {
    expect(readEnvironment({ OIDC_AUDIENCE: "stadtgraph" }).oidc).toBeUndefined();
  });

  test("are read as they are given, with defaults for the rest", () => {
    expect(readEnvironment(KEYCLOAK).oidc).toEqual({
      issuer: KEYCLOAK.OIDC_ISSUER,
      audience: "stadtgraph",
      jwksUrl: undefined,
      algorithms: ["RS256", "ES256", "EdDSA"],
      roleClaim: "realm_access.roles",
      roleMap: { "sg-admin": "ADMIN" },
      defaultRole: "PUBLIC",
      departmentClaim: "department",
      departmentMap: undefined,
    });
  });

  test("may narrow the algorithms", () => {
    expect(readEnvironment({ ...KEYCLOAK, OIDC_ALGORITHMS: "ES256, EdDSA" }).oidc!.algorithms).toEqual([
      "ES256",
      "EdDSA",
    ]);
  });

  test.each<[object, RegExp]>([
    [{ OIDC_ALGORITHMS: "none" }, /^OIDC_ALGORITHMS: expected some of RS256, ES256, EdDSA, not "none"$/],
    [{ OIDC_ALGORITHMS: "RS256,HS256" }, /^OIDC_ALGORITHMS: .*not "HS256"$/],
    [{ OIDC_ISSUER: "login.stadt.example" }, /^OIDC_ISSUER: expected https/],
    [{ OIDC_ISSUER: "file:///etc/keys" }, /^OIDC_ISSUER: expected https/],
    [{ OIDC_ISSUER: "https://anna:geheim@login.stadt.example" }, /^OIDC_ISSUER: expected https/],
    [{ OIDC_AUDIENCE: "" }, /^OIDC_AUDIENCE: expected this API's name/],
    [{ OIDC_ROLE_MAP: "sg-admin=ADMIN" }, /^OIDC_ROLE_MAP: expected JSON/],
    [{ OIDC_ROLE_MAP: '["ADMIN"]' }, /^OIDC_ROLE_MAP: expected JSON/],
    [{ OIDC_ROLE_MAP: '{"sg-admin":["ADMIN"]}' }, /^OIDC_ROLE_MAP: expected JSON/],
    [{ OIDC_DEFAULT_ROLE: "ADMIN" }, /^OIDC_DEFAULT_ROLE: expected one of PUBLIC, STAFF/],
    [{ OIDC_DEPARTMENT_MAP: "null" }, /^OIDC_DEPARTMENT_MAP: expected JSON/],
  ])("%j is refused at the start, and why is said", (change, problem) => {
    expect(problemsOf({ ...KEYCLOAK, ...change })).toMatch(problem);
  });

  test.each([
    ["OIDC_ISSUER", "http://login.stadt.example"],
    ["OIDC_ISSUER", "http://localhost.evil.example"],
    ["OIDC_JWKS_URL", "http://10.0.0.1/jwks"],
  ])("in production keys do not come by plain http: %s=%s", (name, value) => {
    expect(problemsOf({ ...KEYCLOAK, [name]: value })).toBe("");
    expect(problemsOf({ ...KEYCLOAK, [name]: value, NODE_ENV: "production" })).toMatch(`${name}: expected https`);
  });

  test.each(["http://localhost:8080/realms/x", "http://127.0.0.1:4010", "http://[::1]:4010"])(
    "in production a provider on the same machine may be %s",
    (issuer) => {
      expect(readEnvironment({ ...KEYCLOAK, OIDC_ISSUER: issuer, NODE_ENV: "production" }).oidc!.issuer).toBe(issuer);
    },
  );

  test("in production a provider may name itself by http where its keys come by https, as AD FS does", () => {
    const adfs = {
      OIDC_ISSUER: "http://login.stadt.example/adfs/services/trust",
      OIDC_JWKS_URL: "https://login.stadt.example/adfs/discovery/keys",
    };
    expect(readEnvironment({ ...KEYCLOAK, ...adfs, NODE_ENV: "production" }).oidc).toMatchObject({
      issuer: adfs.OIDC_ISSUER,
      jwksUrl: adfs.OIDC_JWKS_URL,
    });
  });
});
