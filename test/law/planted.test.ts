import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { DataVersions, type Versions } from "../../src/api/cache/data-versions.js";
import { ResponseCache } from "../../src/api/cache/response-cache.js";
import type { Utf8 } from "../../src/platform/utf8.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { library, testLibrary } from "../support/library.js";
import type { TestGraph } from "../support/asking.js";
import { hold } from "./the-law.js";
import { fill } from "./world/random-rows.js";
import { worldOf } from "./world/world.js";
import { BUILDING } from "../support/database.js";

let graph: TestGraph;
beforeAll(async () => {
  graph = await testLibrary();
  await fill(library, graph.database, 12, 7);
}, BUILDING);
afterAll(() => graph.close());

const isPlanned = (text: string): boolean => /^SELECT row_to_json\("@"\)::text AS data/.test(text);

/** The library's database, with a mistake in every statement of the planner. */
function mistaken(mistake: (text: string) => string): Database {
  const { database } = graph;
  const json = (statement: Statement): Promise<Utf8 | undefined> =>
    database.json(isPlanned(statement.text) ? { text: mistake(statement.text), values: statement.values } : statement);
  return { ...database, json };
}

/** Asks random questions through a planner with that mistake. */
async function asked(mistake: (text: string) => string, run: { numRuns: number; seed: number }): Promise<unknown> {
  const world = await worldOf(library, [], { database: mistaken(mistake), close: () => Promise.resolve() });
  try {
    return await hold(world, run);
  } finally {
    await world.close();
  }
}

describe("the law finds a planner", () => {
  // Each with a seed that comes upon it soon; any does in the end.
  test.each<[string, number, (text: string) => string]>([
    ["that puts empty values at the other end", 12, (text) => text.replaceAll(" DESC NULLS LAST", " DESC")],
    [
      "that reads one row too many",
      7,
      (text) =>
        text.replaceAll(/LIMIT (\d+)(\) AS t\d+\) AS "@")/g, (_, size, then) => `LIMIT ${Number(size) + 1}${then}`),
    ],
    [
      "that reads one row too few",
      13,
      (text) =>
        text.replaceAll(
          /LIMIT (\d+)(\) AS t\d+ CROSS JOIN LATERAL)/g,
          (_, size, then) => `LIMIT ${Math.max(0, Number(size) - 1)}${then}`,
        ),
    ],
    ["that cuts names", 13, (text) => text.replaceAll(/ AS "(\w{7})\w+"/g, (_, name) => ` AS "${name}"`)],
    [
      "that turns round the lists of a whole page",
      11,
      (text) => text.replaceAll("string_agg(json, ',' ORDER BY id)", "string_agg(json, ',' ORDER BY id DESC)"),
    ],
    [
      "that shows a node where a group has none",
      1,
      (text) => text.replaceAll(/CASE WHEN t\d+\.c\d+ IS NOT NULL THEN (row_to_json\(t\d+\)) END/g, "$1"),
    ],
    [
      "that counts what its filter leaves out",
      10,
      (text) => text.replaceAll(/count\(\*\) FILTER \(WHERE/g, "count(*) FILTER (WHERE TRUE OR"),
    ],
  ])(
    "%s",
    async (_name, seed, mistake) => {
      await expect(asked(mistake, { numRuns: 400, seed })).rejects.toThrow("Property failed");
    },
    120_000,
  );

  test("that makes no mistake to be right", async () => {
    expect(await asked((text) => text, { numRuns: 15, seed: 1 })).toMatchObject({ planned: expect.any(Number) });
  });
});

/** Hands out versions that are read when they are asked about: after the answer was computed, not before. */
class ReadTooLate extends DataVersions {
  private last?: Versions;

  override async current(): Promise<Versions> {
    this.last = await super.current();
    return { of: (tables: ReadonlySet<string>) => this.last!.of(tables) } as Versions;
  }

  /** What happens between the computing of an answer and its keeping. */
  async refresh(): Promise<void> {
    this.last = await super.current();
  }
}

/** Computes an answer three times while a commit falls between its reading and its keeping, and gives what is sent afterwards. */
async function sentAfterwards(
  versions: DataVersions,
  keeping: () => Promise<void>,
): Promise<{ sent?: string; truth: string }> {
  const { database } = graph;
  const cache = new ResponseCache(versions);
  const title = async (): Promise<string> =>
    (await database.query<{ title: string }>({ text: "SELECT title FROM book WHERE key = 'race'", values: [] }))[0]!
      .title;
  for (let count = 0; count < 3; count++)
    await cache.compute("question", async () => {
      const text = await title();
      await database.query({ text: "UPDATE book SET title = title || '.' WHERE key = 'race'", values: [] });
      await keeping();
      return {
        answer: text,
        keep: { body: () => Buffer.from(text), contentType: "text/plain", tables: new Set(["book"]) },
      };
    });
  return { sent: (await cache.find("question"))?.body.toString(), truth: await title() };
}

describe("a cache", () => {
  beforeAll(() =>
    graph.database.query({ text: "INSERT INTO book (key, title) VALUES ('race', 'Wettlauf')", values: [] }),
  );

  test("that reads the version before it computes never sends what a commit has overtaken", async () => {
    const { sent } = await sentAfterwards(new DataVersions(graph.database), () => Promise.resolve());
    expect(sent).toBeUndefined();
  });

  test("that reads it afterwards does, which the race would find", async () => {
    const late = new ReadTooLate(graph.database);
    const { sent, truth } = await sentAfterwards(late, () => late.refresh());
    expect(sent).toBeDefined();
    expect(sent).not.toBe(truth);
  });
});
