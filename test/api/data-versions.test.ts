import { Buffer } from "node:buffer";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { DataVersions, PATIENCE } from "../../src/api/cache/data-versions.js";
import { ResponseCache } from "../../src/api/cache/response-cache.js";
import type { Database } from "../../src/platform/database/database.js";
import { encoded, type Utf8 } from "../../src/platform/utf8.js";

/** A database whose answers come when they are told to, one after the other. */
function database() {
  const asked: { answer: (json: Utf8) => void; fail: (error: Error) => void }[] = [];
  const json = () => new Promise<Utf8>((answer, fail) => asked.push({ answer, fail }));
  const sessions: number[] = [];
  const session: Database["session"] = (work) => {
    sessions.push(asked.length);
    return work({ json } as unknown as Database);
  };
  return { asked, sessions, versions: new DataVersions({ session } as unknown as Database) };
}

const TABLE = new Set(["measure"]);
/** Waits for so many readings, and a moment longer, in which no other may begin. */
async function begun(asked: readonly unknown[], count: number): Promise<void> {
  while (asked.length < count) await after(1);
  await after(5);
  expect(asked).toHaveLength(count);
}

test("who asks while a reading is under way waits for the next one", async () => {
  const { asked, versions } = database();
  const first = versions.current();
  await begun(asked, 1);
  const [second, third] = [versions.current(), versions.current()];
  await begun(asked, 1);

  asked[0]!.answer(encoded('{"measure":1}'));
  expect((await first).of(TABLE)).toBe("1");
  await begun(asked, 2);
  asked[1]!.answer(encoded('{"measure":2}'));

  expect((await second).of(TABLE)).toBe("2");
  expect(await third).toBe(await second);
});

test("readings that follow one another go over one connection, twenty at most, and each is asked before the one in front is told", async () => {
  const { asked, sessions, versions } = database();
  let told = versions.current();
  await begun(asked, 1);
  for (let count = 1; count <= 45; count++) {
    const next = versions.current();
    asked[count - 1]!.answer(encoded(`{"measure":${count}}`));
    expect((await told).of(TABLE)).toBe(String(count));
    if (count % 20 > 0) expect(asked).toHaveLength(count + 1);
    told = next;
    await begun(asked, count + 1);
  }
  expect(sessions).toEqual([0, 20, 40]);
});

test("who waits behind a reading that fails is refused with it, and does not wait once more; who asks afterwards is answered", async () => {
  const { asked, versions } = database();
  const first = versions.current();
  await begun(asked, 1);
  const second = versions.current();
  const refused = Promise.all([expect(first).rejects.toThrow("silent"), expect(second).rejects.toThrow("silent")]);
  asked[0]!.fail(new Error("silent"));
  await refused;
  await begun(asked, 1);

  const third = versions.current();
  await begun(asked, 2);
  asked[1]!.answer(encoded("{}"));
  await expect(third).resolves.toBeDefined();
});

test("who has waited long behind a slow reading is refused when it ends, and does not wait for another one", async () => {
  const { asked, versions } = database();
  const first = versions.current();
  await begun(asked, 1);
  const second = versions.current();
  const refused = expect(second).rejects.toThrow("The database cannot answer at the moment");
  await after(PATIENCE + 50);
  asked[0]!.answer(encoded("{}"));
  await expect(first).resolves.toBeDefined();
  await refused;
  await begun(asked, 1);
  void versions.current();
  await begun(asked, 2);
});

test("where the versions come late, a kept answer that holds is sent, and nothing is computed", async () => {
  let wait = 0;
  const current = () => after(wait, { of: () => "1" });
  const cache = new ResponseCache({ current } as unknown as DataVersions);
  const work = () =>
    Promise.resolve({ answer: 1, keep: { body: () => Buffer.from("1"), contentType: "", tables: TABLE } });
  await cache.compute("known", work, true);
  wait = PATIENCE + 50;
  expect(await cache.find("known")).toBeDefined();
  await expect(cache.compute("other", work, true)).rejects.toThrow("The database cannot answer at the moment");
});

test("what is read from a table that nobody watches never counts as unchanged", async () => {
  const { asked, versions } = database();
  const current = versions.current();
  await begun(asked, 1);
  asked[0]!.answer(encoded('{"measure":1}'));
  const [watched, partly] = [TABLE, new Set(["measure", "nobody's"])];

  const known = await current;
  expect(known.of(watched)).toBe(known.of(watched));
  expect(known.of(partly)).not.toBe(known.of(partly));
});
