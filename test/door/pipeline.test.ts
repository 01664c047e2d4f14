import { setTimeout as after } from "node:timers/promises";
import { beforeEach, expect, test } from "@jest/globals";
import { Pipeline } from "../../src/api/door/pipeline.js";
import { StatementTimes } from "../../src/api/door/statement-times.js";
import { Turnstile } from "../../src/api/door/turnstile.js";
import type { Database, Statement } from "../../src/platform/database/database.js";
import { encoded } from "../../src/platform/utf8.js";

let groups: string[][];
let times: StatementTimes;
beforeEach(() => {
  groups = [];
  times = new StatementTimes();
});

const statement = (text: string, name?: string): Statement => ({ text, values: [], name });
const small = (text: string) => statement(text, "small");
const known = (text: string) => encoded(`{"${text}":1}`);

/** Answers after a while; a statement called "wrong" fails by itself, and all fail with one called "lost". */
const jsons: Database["jsons"] = async (statements) => {
  groups.push(statements.map(({ text }) => text));
  await after(20);
  if (statements.some(({ text }) => text === "lost")) throw new Error("lost");
  return statements.map(({ text }) =>
    text === "wrong" ? { status: "rejected", reason: new Error("wrong") } : { status: "fulfilled", value: known(text) },
  );
};

function pipeline(places: number, patience = 1_000): Pipeline {
  for (let count = 0; count < 9; count++) times.note(small(""), 0.5);
  return new Pipeline({ database: { jsons }, turnstile: new Turnstile(places, patience), times });
}

const asked = (through: Pipeline, statements: readonly Statement[]) =>
  Promise.all(statements.map((each) => through.json(each)));

test("small statements of one turn go together, as many as take a moment", async () => {
  const texts = Array.from({ length: 11 }, (_, at) => `s${at}`);
  expect(await asked(pipeline(5), texts.map(small))).toEqual(texts.map(known));

  expect(groups.map((group) => group.length)).toEqual([8, 3]);
});

test("what is slow, unknown or has no name goes alone while there is a place", async () => {
  times.note(statement("", "slow"), 50);
  await asked(pipeline(5), [statement("a", "slow"), statement("b", "new"), statement("c"), small("d"), small("e")]);

  expect(groups).toEqual([["a"], ["b"], ["c"], ["d", "e"]]);
});

test("while all places are taken, those who wait go in the order in which they came, small ones together", async () => {
  times.note(statement("", "middle"), 2.5);
  const middle = (text: string) => statement(text, "middle");
  const through = pipeline(2);
  const first = asked(through, [statement("a"), statement("b")]);
  await after(5);
  await Promise.all([first, asked(through, ["c", "d", "e", "f", "g"].map(middle))]);

  expect(groups).toEqual([["a"], ["b"], ["c", "d"], ["e", "f"], ["g"]]);
});

test("a statement that fails leaves the others of its group their answers; a connection that is lost is lost for all of them", async () => {
  const through = pipeline(1);
  const some = await Promise.allSettled(["a", "wrong", "b"].map((text) => through.json(small(text))));
  const none = await Promise.allSettled(["a", "lost"].map((text) => through.json(small(text))));

  expect(some.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(none.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await through.json(small("c"))).toBe(known("c"));
});

test("nothing is kept of those who were taken along: the turnstile is empty when all are answered", async () => {
  for (let count = 0; count < 9; count++) times.note(small(""), 0.5);
  const turnstile = new Turnstile(1, 60_000);
  const through = new Pipeline({ database: { jsons }, turnstile, times });
  const first = through.json(small("first"));
  await after(5);
  await asked(through, ["a", "b", "c"].map(small));
  await first;
  await after(1);

  expect(groups).toEqual([["first"], ["a", "b", "c"]]);
  expect(turnstile.isEmpty).toBe(true);
});

test("who waits too long is sent away, and takes nobody along", async () => {
  const through = pipeline(1, 5);
  const all = ["a", "b", "c"].map((text) => through.json(statement(text)));
  const settled = await Promise.allSettled(all);

  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(groups).toEqual([["a"]]);
  expect(await through.json(small("d"))).toBe(known("d"));
});

test("a time is that of a quiet machine, and one that was long once is not short again at once", () => {
  const each = small("");
  for (const time of [9, 1, 1, 1, 1, 9, 1]) times.note(each, time);
  expect(times.of(each)).toBeLessThan(2);
  times.note(each, 2_000);
  times.note(each, 1);
  expect(times.of(each)).toBeGreaterThan(20);
  expect(times.of(statement(""))).toBe(Infinity);
});
