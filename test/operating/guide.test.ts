import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readTrusted } from "../../src/api/documents/read-trusted.js";
import { MAX_BODY } from "../../src/api/http/body.js";
import { ENVIRONMENT_NAMES } from "../../src/platform/environment.js";
import { root } from "../rules/planted/house.js";
import { blocksIn, guide } from "./guide.js";
import { missingFrom, unknownIn } from "./settings.js";

const readme = readFileSync(join(root, "README.md"), "utf8");
const named = (pattern: RegExp): string[] => [...guide.matchAll(pattern)].map(([, name = ""]) => name);

describe("the settings", () => {
  test("that the guide names are read by the server", () => {
    expect(unknownIn(guide, ENVIRONMENT_NAMES)).toEqual([]);
  });

  test("that the server reads are told of in the guide or in the README", () => {
    expect(missingFrom(`${guide}\n${readme}`, ENVIRONMENT_NAMES)).toEqual([]);
  });

  test("are found where they are wrong", () => {
    expect(unknownIn("`OIDC_ISSUER` and `OIDC_ISUER`; `OIDC_KEYS=1`", ["OIDC_ISSUER"])).toEqual([
      "OIDC_ISUER",
      "OIDC_KEYS",
    ]);
    expect(unknownIn("```dotenv\nOIDC_ROLES={}\n```", ["OIDC_ISSUER"])).toEqual(["OIDC_ROLES"]);
    expect(missingFrom("`OIDC_ISSUER`, `CACHED`", ["OIDC_ISSUER", "CACHE"])).toEqual(["CACHE"]);
    expect(missingFrom("| `OIDC_ISSUER` … `OIDC_DEPARTMENT_MAP` |", ["OIDC_AUDIENCE"])).toEqual(["OIDC_AUDIENCE"]);
  });
});

describe("the guide names", () => {
  test("commands that package.json knows", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const commands = named(/npm run ([\w:]+)/g);
    expect(commands).toContain("token");
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test("files that are there, and headings of its own", () => {
    const links = named(/\]\(([^)\s]+)\)/g);
    const files = links.filter((link) => !link.startsWith("#") && !link.startsWith("http"));
    expect(files.filter((link) => !existsSync(join(root, "docs", link)))).toEqual([]);
    const anchors = named(/^#{2,3} (.+)$/gm).map(
      (heading) =>
        `#${heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\d -]/gu, "")
          .replaceAll(" ", "-")}`,
    );
    expect(links.filter((link) => link.startsWith("#") && !anchors.includes(link))).toEqual([]);
  });

  test("documents that are stored", () => {
    const trusted = readTrusted(join(root, "schema/operations"));
    const documents = named(/"?documentId"?[:= ]+"(\w+)"/g);
    expect(documents.length).toBeGreaterThan(4);
    expect(documents.filter((name) => !trusted.named(name))).toEqual([]);
  });

  test("in every command JSON that can be read", () => {
    const bodies = blocksIn("sh").flatMap(({ text }) => [...text.matchAll(/--data '([^']+)'/g)]);
    expect(bodies.length).toBeGreaterThan(4);
    for (const [, body] of bodies) expect(() => JSON.parse(body!) as unknown).not.toThrow();
  });

  test("the size of a body that the server takes", () => {
    expect(guide).toContain(`${MAX_BODY.toLocaleString("en-US")} bytes`);
  });
});
