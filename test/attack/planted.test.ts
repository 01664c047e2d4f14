import { describe, expect, test } from "@jest/globals";
import { type Attack, document } from "./attack.js";
import type { Answered } from "./target.js";
import { wrongWith } from "./verdict.js";
import { tooLong } from "./within.js";

const refused = document("a planted mistake", "{ measures { totalCount } }");
const harmless: Attack = { ...refused, outcome: "harmless" };

const error = (message: string, code = "BAD_USER_INPUT"): string =>
  JSON.stringify({ errors: [{ message, extensions: { code, message: { en: message, de: message } } }] });

const answer = (text: string, more: Partial<Answered> = {}): Answered => ({
  status: 200,
  headers: {},
  text,
  statements: [],
  took: 1,
  ...more,
});

/** Answers as other servers give them, and what must be said of each. */
const MISTAKES: readonly (readonly [wrong: string, attack: Attack, answer: Answered])[] = [
  ["leaks SQL", refused, answer(error('select failed: SELECT "id" FROM "measure"'))],
  ["leaks PostgreSQL", refused, answer(error('invalid byte sequence for encoding "UTF8": 0x00'))],
  ["leaks PostgreSQL", refused, answer(error("postgres://stadtgraph:geheim@db/stadtgraph"))],
  ["leaks a stack", refused, answer(error("Error: no\n    at Planner.plan (planner.js:12:3)"))],
  ["leaks a path", refused, answer(error("ENOENT: /srv/stadtgraph/node_modules/pg"))],
  ["leaks a guess", refused, answer(error('Cannot query field "titel". Did you mean "title"?'))],
  ["code INTERNAL_SERVER_ERROR", refused, answer(error("Something", "INTERNAL_SERVER_ERROR"))],
  ["code undefined", refused, answer('{"errors":[{"message":"no"}]}')],
  [
    "no sentence in both languages",
    refused,
    answer('{"errors":[{"message":"no","extensions":{"code":"BAD_USER_INPUT"}}]}'),
  ],
  ['answered {"data":{"measures":{"totalCount":1}}}', refused, answer('{"data":{"measures":{"totalCount":1}}}')],
  ["ran SELECT 1", refused, answer(error("no"), { statements: ["SELECT 1"] })],
  ["not refused", refused, answer("")],
  ["status 500", refused, answer(error("no"), { status: 500 })],
  ["status 0", refused, answer("", { status: 0 })],
  ["status 200", { ...refused, status: [415] }, answer(error("no"))],
  ["a browser may guess what it is", refused, answer(error("no"), { headers: { "x-request-id": "1" } })],
  ["took 60000 ms", refused, answer(error("no"), { took: 60_000 })],
  ["501 rows", harmless, answer(JSON.stringify({ data: { a: { nodes: Array.from({ length: 501 }, () => 1) } } }))],
];

describe("of an attack's answer", () => {
  test.each(MISTAKES)("it is said: %s", (wrong, attack, given) => {
    expect(wrongWith(attack, given)).toContain(wrong);
  });

  test("nothing is said when all is well", () => {
    expect(wrongWith(refused, answer(error("no")))).toEqual([]);
    expect(wrongWith(refused, answer(`{"data":{"measure":null},${error("no").slice(1)}`))).toEqual([]);
    expect(wrongWith(harmless, answer('{"data":{"measures":{"totalCount":1}}}', { statements: ["SELECT 1"] }))).toEqual(
      [],
    );
  });
});

test("of waits it is said when many are long, or one is very long, not when the machine pauses once", () => {
  expect(tooLong([2, 3, 400, 3, 2])).toEqual([]);
  expect(tooLong([2, 30_000, 3])).toEqual([30_000]);
  expect(tooLong([20_000, 2, 20_000])).toEqual([20_000, 20_000]);
  expect(tooLong([30_000])).toEqual([30_000]);
});
