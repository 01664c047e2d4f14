import { createRequire } from "node:module";
import { join } from "node:path";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { deadFindingsOf, importFindingsOf, lintFindingsOf } from "./planted/findings.js";
import { houseOf, root, type Files, type House } from "./planted/house.js";
import { importViolations, reachingAll } from "./planted/imports.js";
import { lintViolations } from "./planted/lint.js";
import { many, sound } from "./planted/sound.js";
import { findingsOf, plantedIn } from "./planted/violation.js";

// Each guard is a program of its own that reads the whole house.
jest.setTimeout(60_000);

let house: House | undefined;
const build = (files: Files): House => (house = houseOf(files));
afterEach(() => {
  house?.tearDown();
  house = undefined;
});

test("`npm run check` runs every guard and fails with any of them", () => {
  const scripts = {
    "check:one": "exit 0",
    "check:two": "echo found && exit 1",
    "check:three": "exit 0",
    build: "exit 1",
  };
  const { passed, output } = build({ "package.json": JSON.stringify({ scripts }) }).run("check");
  expect(passed).toBe(false);
  const said = output
    .replaceAll(/ \(.*\)/gu, "")
    .trim()
    .split("\n")
    .sort();
  expect(said).toEqual(["found", "✔ check:one", "✔ check:three", "✘ check:two"]);
});

test("`npm run check` passes where every guard does", () => {
  expect(build({ "package.json": '{ "scripts": { "check:one": "exit 0" } }' }).run("check").passed).toBe(true);
});

// All violations are planted in one sound house that goes up to the limits: what is reported beyond them is a guard that is too strict.
describe("a planted violation is found, and nothing else", () => {
  test("by check:lint", () => {
    const { passed, output } = build(plantedIn(sound, lintViolations)).run("check:lint", "--format json");
    expect(passed).toBe(false);
    expect(lintFindingsOf(output)).toEqual(findingsOf(lintViolations));
  });

  test("by check:imports, with every one of its rules", () => {
    const { passed, output } = build({ ...plantedIn(sound, importViolations), ...reachingAll }).run("check:imports");
    expect(passed).toBe(false);
    expect(importFindingsOf(output)).toEqual(findingsOf(importViolations));
    expect(new Set(importViolations.map(({ rule }) => rule))).toEqual(new Set(importRules()));
  });

  test("by check:format", () => {
    const { passed, output } = build({ ...sound, "src/api/loose.ts": "export  const one = 1\n" }).run("check:format");
    expect(passed).toBe(false);
    expect(output.match(/^\[warn\] \S+$/gmu)).toEqual(["[warn] src/api/loose.ts"]);
  });

  test("by check:dead", () => {
    const unused = { "src/api/unused.ts": "export const one = 1;\n" };
    const halfUsed = { "src/domain/theme/theme.rules.ts": 'import "pg";\n\nexport const rule = 1;\n' };
    const { passed, output } = build({ ...sound, ...unused, ...halfUsed }).run("check:dead", "--reporter json");
    expect(passed).toBe(false);
    expect(deadFindingsOf(output)).toEqual([
      "src/api/unused.ts: files, src/api/unused.ts",
      "src/domain/theme/theme.rules.ts: exports, rule",
      "src/domain/theme/theme.rules.ts: unlisted, pg",
    ]);
  });

  test("by check:sizes", () => {
    const names = { "src/api/http-helper.ts": "", "src/api/httpServer.ts": "" };
    const { passed, output } = build({ ...sound, ...names, ...many("src/access", 12), ...many("src/graph", 13) }).run(
      "check:sizes",
    );
    expect(passed).toBe(false);
    expect(output.trim().split("\n").slice(1)).toEqual([
      'src/api/http-helper.ts: "helper" says nothing',
      "src/api/httpServer.ts: is not named in kebab-case",
      "src/graph: holds 13 files; a dozen is the most",
    ]);
  });

  test.each([["src/api/wrong.ts", "test/wrong.ts"], ["web/playground/wrong.ts"]])(
    "by check:types in %s",
    (...paths) => {
      const wrong = Object.fromEntries(paths.map((path) => [path, 'export const one: number = "one";\n']));
      const { passed, output } = build({ ...sound, ...wrong }).run("check:types");
      expect(passed).toBe(false);
      expect(output.match(/^.+: error TS\d+/gmu)).toEqual(paths.map((path) => `${path}(1,14): error TS2322`));
    },
  );
});

function importRules(): string[] {
  const { forbidden } = createRequire(import.meta.url)(join(root, ".dependency-cruiser.cjs")) as {
    forbidden: { name: string }[];
  };
  return forbidden.map(({ name }) => name);
}
