import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../support/database.js";
import { type Block, blocksOf, withInsertions } from "./guide/blocks.js";
import { type CopiedHouse, copiedHouse } from "./guide/copied-house.js";
import { root } from "./planted/house.js";

// A copy of everything is built twice, and it starts a PostgreSQL of its own.
jest.setTimeout(120_000);

const guide = blocksOf(readFileSync(join(root, "docs/adding-a-kind.md"), "utf8"));
const only = (language: string): string => {
  const [block, ...more] = guide.filter((each) => each.language === language);
  if (!block || more.length > 0) throw new Error(`The guide should have one block of ${language}`);
  return block.text;
};

let house: CopiedHouse;
let made: TestDatabase;
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;

beforeAll(async () => {
  [house, made] = await Promise.all([copiedHouse(), testDatabase()]);
  before = await house.files();
  for (const block of guide) await apply(block);
  const commands = [...only("sh").matchAll(/^npm run (migration|schema)(?: -- (.*))?$/gmu)];
  expect(commands.map(([, name]) => name)).toEqual(["migration", "schema"]);
  for (const [, name = "", argument = ""] of commands) await runScript(name, argument);
  after = await house.files();
});

afterAll(async () => {
  await made.close();
  await house.tearDown();
});

async function apply(block: Block): Promise<void> {
  const { path, language, text } = block;
  if (path === undefined) return;
  const now = await house.files();
  if (language === "diff") return house.write(path, withInsertions(now.get(path) ?? "", block));
  if (now.has(path)) throw new Error(`The guide writes ${path}, which is there already`);
  await house.write(path, text);
}

const build = () => house.node(["node_modules/ts7/bin/tsc", "--build"]);

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

/** What the npm script does, without the pages, which a kind does not touch. */
async function runScript(name: string, argument: string): Promise<void> {
  const [, program = ""] = /^npm run --silent build && node (\S+)$/u.exec(scripts[name] ?? "") ?? [];
  await build();
  await house.node([program, ...argument.split(" ").filter(Boolean)]);
}

test("touches the kind's folder, the register, one seed and one test, and prints a migration and the schema", () => {
  const touched = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(touched.map((path) => path.replace(/\d{13}/u, "<time>")).sort()).toEqual([
    "migrations/<time>-add-hazard-zones.ts",
    "schema/schema.graphql",
    "seeds/gera/hazard-zones.csv",
    "src/domain/hazard-zone/hazard-zone.entity.ts",
    "src/domain/index.ts",
    "test/domain/hazard-zone.test.ts",
  ]);
  expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
});

test("costs the register one line and its import", () => {
  const lines = (files: typeof after) => (files.get("src/domain/index.ts") ?? "").split("\n");
  const added = lines(after).filter((line) => !lines(before).includes(line));
  expect(added).toEqual(['import { HazardZone } from "./hazard-zone/hazard-zone.entity.js";', "  [HazardZone],"]);
  expect(lines(after)).toHaveLength(lines(before).length + 2);
});

test("makes a table of the kind's own and changes no other", () => {
  const [, migration = ""] = [...after].find(([path]) => path.endsWith("-add-hazard-zones.ts")) ?? [];
  const statements = [...migration.matchAll(/^ {2}"(.*)",$/gmu)].map(([, statement = ""]) => statement);
  expect(statements.some((statement) => statement.startsWith('CREATE TABLE \\"hazard_zone\\"'))).toBe(true);
  expect(statements.filter((statement) => !statement.includes("hazard_zone"))).toEqual([]);
});

test("answers as the guide says, over the city's data, from both ends of its link", async () => {
  await build();
  const probe = fileURLToPath(new URL("./guide/probe.js", import.meta.url)).slice(root.length);
  const said: unknown = JSON.parse(await house.node([probe, made.url], only("graphql")));
  expect(said).toEqual({
    migrations: [expect.stringMatching(/^AddHazardZones\d{13}$/u)],
    pending: [],
    problems: [],
    data: JSON.parse(only("json")),
  });
});

test("passes its own test and the rules for kinds", async () => {
  const jestIn = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js", "--runInBand"];
  const files = ["test/domain/hazard-zone", "test/rules/kinds", "test/rules/schema"];
  const report: unknown = JSON.parse(await house.node([...jestIn, "--json", ...files]));
  expect(report).toMatchObject({ success: true, numPassedTestSuites: 3 });
});

test("notices when the sources have moved away from the guide", () => {
  const block = { language: "diff", text: "   [SpatialUnit],\n+  [HazardZone],\n" };
  expect(withInsertions("  [SpatialUnit],\n  [Indicator],\n", block)).toBe(
    "  [SpatialUnit],\n  [HazardZone],\n  [Indicator],\n",
  );
  expect(() => withInsertions("  [Space],\n", block)).toThrow('The guide counts on one line "  [SpatialUnit],"');
  expect(() => withInsertions("  [SpatialUnit],\n  [SpatialUnit],\n", block)).toThrow("The guide counts on one line");
});
