import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { apiSchema } from "../../src/api/schema.js";
import { graph } from "../../src/domain/index.js";
import { BUILDING } from "../support/database.js";
import { tooLong } from "./within.js";
import type { Attack } from "./attack.js";
import { BODIES } from "./cases/bodies.js";
import { MUTATIONS } from "./cases/mutations.js";
import { placesOf, typesAskedFor } from "./cases/places.js";
import { DOCUMENTS } from "./cases/documents.js";
import { REQUESTS } from "./cases/requests.js";
import { SIZES_OF_LISTS } from "./cases/sizes.js";
import { TEXTS_SOUGHT } from "./cases/texts.js";
import { typesWithout, WRONG_CURSORS, WRONG_LITERALS, wrongValues } from "./cases/values.js";
import { type Target, target } from "./target.js";
import { wrongWith } from "./verdict.js";

const schema = apiSchema();

const GROUPS: Readonly<Record<string, readonly Attack[]>> = {
  documents: DOCUMENTS,
  bodies: BODIES,
  "methods, addresses and headers": REQUESTS,
  "sizes of lists": SIZES_OF_LISTS,
  "values in variables, of every scalar and every enum": wrongValues(schema),
  "values in documents": WRONG_LITERALS,
  cursors: WRONG_CURSORS,
  "texts that are looked for": TEXTS_SOUGHT,
  "mutations by an administrator": MUTATIONS,
};

let server: Target;
const rows = new Map<string, number>();
beforeAll(async () => {
  server = await target({ SUGGESTIONS: "off" }); // staff may be told what was meant, nobody else
  for (let times = 0; times < 3; times++) await server.honest();
  for (const { table } of graph.kinds) rows.set(table, await rowsOf(table));
}, BUILDING);
afterAll(() => server.close());

describe.each(Object.entries(GROUPS))("%s", (_group, attacks) => {
  test(`${attacks.length} attacks come to nothing: refused without a statement or answered harmlessly, nothing leaks, none takes long`, async () => {
    const failed: Record<string, string[]> = {};
    for (const attack of attacks) {
      const wrong = await verdictOn(attack);
      if (wrong.length > 0) failed[attack.name] = wrong;
    }
    expect(failed).toEqual({});
  }, 240_000);

  test("and the next honest question is answered at once", async () => {
    const waits: number[] = [];
    for (let times = 0; times < 3; times++) {
      const { status, text, took } = await server.honest();
      expect(status).toBe(200);
      expect(JSON.parse(text).data.themes.nodes).toHaveLength(2);
      waits.push(took);
    }
    expect(tooLong(waits)).toEqual([]);
  });
});

test("there are many, each of its own, and no scalar without", () => {
  const all = Object.values(GROUPS).flat();
  expect(all.length).toBeGreaterThanOrEqual(250);
  for (const attacks of Object.values(GROUPS)) expect(attacks.length).toBeGreaterThanOrEqual(40);
  const seen = new Map<string, string>();
  for (const { name, method, path, headers, body } of all) {
    const sent = JSON.stringify([method, path, headers, body]);
    expect([name, seen.get(sent)]).toEqual([name, undefined]);
    seen.set(sent, name);
  }
  expect(typesWithout(schema)).toEqual([]);
  const attacked = placesOf(schema).map(({ type }) => type.name);
  expect(typesAskedFor(schema).filter((name) => !attacked.includes(name))).toEqual([]);
});

test("nothing has been written by any of them", async () => {
  expect(await rowsOf("service_token")).toBe(0);
  expect(rows.get("person")).toBeGreaterThan(0);
  for (const [table, before] of rows) expect([table, await rowsOf(table)]).toEqual([table, before]);
});

/** What is wrong with an attack's answer. What takes long takes long again; a pause of the machine strikes once. */
async function verdictOn(attack: Attack): Promise<string[]> {
  const answer = await server.send(attack);
  const wrong = wrongWith(attack, answer);
  if (!wrong.some((each) => each.startsWith("took "))) return wrong;
  const again = await server.send(attack);
  return wrongWith(attack, { ...answer, took: Math.min(answer.took, again.took) });
}

async function rowsOf(table: string): Promise<number> {
  const text = `SELECT count(*)::int AS count FROM "${table}"`;
  return (await server.database.query<{ count: number }>({ text, values: [] }))[0]!.count;
}
