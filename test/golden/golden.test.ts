import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { geraWorld } from "../law/world/gera-world.js";
import type { World } from "../law/world/world.js";
import { root } from "../rules/planted/house.js";
import { laidOut, masked } from "./masked.js";
import { BUILDING } from "../support/database.js";

/** `npm run golden` writes what the tests then compare with; what it has written is to be read before it is committed. */
const WRITING = process.env.GOLDEN === "write";

const golden = (name: string): string => join(root, "test/golden", name);

const documents = ["schema/operations/questions", "test/golden"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
  .filter((path) => path.endsWith(".graphql"))
  .map((path) => [basename(path, ".graphql"), path] as const);

let world: World;
beforeAll(async () => {
  world = await geraWorld();
}, BUILDING);
afterAll(() => world.close());

/** Writes, or tells what was written before. */
function kept(name: string, found: string): string {
  if (WRITING) writeFileSync(golden(name), found);
  return existsSync(golden(name)) ? readFileSync(golden(name), "utf8") : "";
}

describe("the answers to the golden questions, and the statements that yield them", () => {
  test.each(documents)("%s", async (name, path) => {
    const query = readFileSync(path, "utf8");
    const { data, errors, paths } = await world.ask(query);
    expect(errors).toBeUndefined();
    const [statement] = (await world.paths.answer(query, {}, "planned")).statements;
    const sql = paths[0] === "planned" ? laidOut(statement!) : "-- left to the resolvers\n";
    expect(masked(data)).toBe(kept(`${name}.json`, masked(data)));
    expect(sql).toBe(kept(`${name}.sql`, sql));
  });

  test("are about ten, and none is left without its question", () => {
    const names = new Set(readdirSync(join(root, "test/golden")).filter((file) => /\.(json|sql)$/.test(file)));
    expect(documents.length).toBeGreaterThanOrEqual(10);
    expect([...names].sort()).toEqual(documents.flatMap(([name]) => [`${name}.json`, `${name}.sql`]).sort());
  });
});
