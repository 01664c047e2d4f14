import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { geraWorld } from "./world/gera-world.js";
import type { World } from "./world/world.js";
import { BUILDING } from "../support/database.js";

let world: World;
let planned: World["planned"];
let resolved: World["resolved"];

beforeAll(async () => {
  world = await geraWorld();
  ({ planned, resolved } = world);
}, BUILDING);
afterAll(() => world.close());

describe("cursors hold whatever a row may hold", () => {
  const run = (text: string, values: unknown[] = []) => world.database.query({ text, values });

  afterEach(async () => {
    for (const table of ["role_holding", "person", "spatial_unit", "department"])
      await run(`DELETE FROM "${table}" WHERE key LIKE 'cursor-%'`);
  });

  /** Walks a list by single rows, on both paths, and gives the keys that it came by. */
  async function walked(list: string, order: string): Promise<string[]> {
    const query = `query ($after: String) { ${list}(first: 1, after: $after, orderBy: [${order}], where: { key: { startsWith: "cursor-" } }) {
      nodes { key } pageInfo { hasNextPage endCursor } } }`;
    const keys: string[] = [];
    for (let after: string | null = null; ;) {
      const page: { nodes: { key: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
        await planned(query, { after })
      ).data[list];
      keys.push(...page.nodes.map(({ key }) => key));
      if (!page.pageInfo.hasNextPage) return keys;
      after = page.pageInfo.endCursor;
    }
  }

  test.each([
    ["the greatest and the least number", "population", ["2147483647", "0", null], "POPULATION"],
    ["long texts", "note", ["y".repeat(20_000), "x".repeat(20_000), null], "NOTE"],
  ])("%s", async (_name, column, values, field) => {
    for (const [index, value] of values.entries())
      await run(`INSERT INTO spatial_unit (key, name, kind, ${column}) VALUES ($1, 'x', 'CITY', $2)`, [
        `cursor-${index}`,
        value,
      ]);
    const keys = ["cursor-0", "cursor-1", "cursor-2"];
    expect(await walked("spatialUnits", `{ field: ${field}, direction: DESC }`)).toEqual(keys);
    expect(await walked("spatialUnits", `{ field: ${field}, nulls: FIRST }`)).toEqual([...keys].reverse());
  });

  test("an address that PostgreSQL has let in, and the program would not", async () => {
    for (const [index, email] of ["a b@gera.de", "b b@gera.de"].entries())
      await run("INSERT INTO department (key, name, kind, email) VALUES ($1, 'x', 'STAFF_UNIT', $2)", [
        `cursor-${index}`,
        email,
      ]);
    expect(await walked("departments", "{ field: EMAIL }")).toEqual(["cursor-0", "cursor-1"]);
  });

  test("nothing, where what a row must be linked to is hidden from whoever asks", async () => {
    for (const [index, visibility] of ["PUBLIC", "INTERNAL", "PUBLIC"].entries()) {
      await run("INSERT INTO person (key, name, visibility) VALUES ($1, $1, $2)", [`cursor-${index}`, visibility]);
      await run(
        "INSERT INTO role_holding (key, person_id, department_id, role) SELECT $1, p.id, d.id, 'MEMBER' FROM person AS p, department AS d WHERE p.key = $1 AND d.key = 'stadt-gera'",
        [`cursor-${index}`],
      );
    }
    expect(await walked("roleHoldings", "{ field: PERSON_NAME }")).toEqual(["cursor-0", "cursor-2", "cursor-1"]);
    expect(await walked("roleHoldings", "{ field: PERSON_NAME, direction: DESC, nulls: FIRST }")).toEqual([
      "cursor-1",
      "cursor-2",
      "cursor-0",
    ]);
  });

  test.each([
    ["a NUL", "a\0b"],
    ["a number", 5],
    ["null, where there is always a title", null],
  ])("but not %s where a title belongs", async (_name, value) => {
    const text = JSON.stringify(["TITLE ASC LAST", value, "0199aaaa-0000-7000-8000-000000000000"]);
    const after = Buffer.from(text).toString("base64url");
    const { errors } = await resolved(
      "query ($after: String) { measures(after: $after, orderBy: [{ field: TITLE }]) { nodes { key } } }",
      { after },
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});
