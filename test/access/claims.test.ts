import { describe, expect, test } from "@jest/globals";
import { viewerFrom } from "../../src/access/identity/claims.js";
import { EnvironmentError } from "../../src/platform/environment.js";

const READING = {
  roleClaim: "realm_access.roles",
  roleMap: { "sg-staff": "STAFF", "sg-admin": "ADMIN", "sg-editor": "EDITOR", Leitung: "STEWARD", nobody: "PUBLIC" },
  defaultRole: "PUBLIC",
  departmentClaim: "department",
  departmentMap: undefined,
} as const;

const viewer = (claims: object, reading: object = {}) =>
  viewerFrom({ ...READING, ...reading })({ sub: "anna", ...claims });

const inRealm = (...roles: unknown[]): object => ({ realm_access: { roles } });

describe("roles", () => {
  test.each([
    [["sg-staff"], "STAFF"],
    [["sg-staff", "sg-editor", "offline_access"], "EDITOR"],
    [["sg-admin", "sg-staff"], "ADMIN"],
    [["Leitung", "sg-editor"], "STEWARD"],
  ])("%j are read as the highest that they mean: %s", (roles, role) => {
    expect(viewer(inRealm(...roles))).toEqual({ role, subject: "anna", departments: [] });
  });

  test.each<[string, object]>([
    ["no claim", {}],
    ["no role of ours", inRealm("uma_authorization", "ADMIN", "SERVICE", "sg-admin ")],
    ["what every object has", inRealm("constructor", "__proto__", "toString")],
    ["a number", { realm_access: { roles: 5 } }],
    ["an object", { realm_access: { roles: { "sg-admin": true } } }],
    ["lists in a list", inRealm(["sg-admin"], { role: "sg-admin" }, null, 1)],
    ["a text where an object should be", { realm_access: "sg-admin" }],
    ["nothing", { realm_access: null }],
    ["a role that means the public", inRealm("nobody")],
  ])("%s makes nobody anything: the public, without a name", (_name, claims) => {
    expect(viewer(claims)).toEqual({ role: "PUBLIC", departments: [] });
  });

  test("whoever has none of them is staff where the configuration says so", () => {
    expect(viewer({}, { defaultRole: "STAFF" })).toEqual({ role: "STAFF", subject: "anna", departments: [] });
  });

  test.each<[string, string, object]>([
    ["Entra ID", "roles", { roles: ["sg-admin"] }],
    ["AD FS, one", "role", { role: "sg-admin" }],
    [
      "AD FS, by address",
      "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
      { "http://schemas.microsoft.com/ws/2008/06/identity/claims/role": ["sg-admin"] },
    ],
    [
      "Keycloak, of a client",
      "resource_access.stadtgraph.roles",
      { resource_access: { stadtgraph: { roles: ["sg-admin"] } } },
    ],
  ])("are found where %s puts them", (_name, roleClaim, claims) => {
    expect(viewer(claims, { roleClaim }).role).toBe("ADMIN");
  });

  test("a path does not lead to what every object has", () => {
    expect(viewer({}, { roleClaim: "constructor.name", roleMap: { Object: "ADMIN" } }).role).toBe("PUBLIC");
  });

  test.each(["SERVICE", "admin", "ROOT", ""])("%j is refused as a role when the server starts", (role) => {
    expect(() => viewerFrom({ ...READING, roleMap: { x: role } })).toThrow(EnvironmentError);
  });
});

describe("departments", () => {
  const editor = inRealm("sg-editor");

  test.each<[unknown, string[]]>([
    ["jugendamt", ["jugendamt"]],
    [
      ["sozialamt", "jugendamt", "sozialamt"],
      ["jugendamt", "sozialamt"],
    ],
    [["jugendamt", 5, null, ["sozialamt"]], ["jugendamt"]],
    [undefined, []],
    [{ key: "jugendamt" }, []],
  ])("%j are read as %j", (department, departments) => {
    expect(viewer({ ...editor, department })).toEqual({ role: "EDITOR", subject: "anna", departments });
  });

  test("are translated where the provider has other words, and left out where it has one that we do not know", () => {
    const reading = { departmentClaim: "ou", departmentMap: { "51": "jugendamt" } };
    expect(viewer({ ...editor, ou: ["51", "jugendamt", "constructor"] }, reading).departments).toEqual(["jugendamt"]);
  });

  test("are not looked for where no claim is configured", () => {
    expect(viewer({ ...editor, undefined: "jugendamt" }, { departmentClaim: undefined }).departments).toEqual([]);
  });
});
