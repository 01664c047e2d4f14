import { expect } from "@jest/globals";
import type { Path } from "../../../src/api/planning.js";
import type { Answer } from "../../support/asking.js";
import type { BothPaths, Bytes } from "./both-paths.js";

/** An answer that both paths gave alike, and which way it was answered when none was prescribed. */
export interface Agreed extends Answer {
  readonly paths: readonly Path[];
  /** How many statements that took. */
  readonly statements: number;
}

/** The bytes, but for the id that an internal error gets anew every time, and the order of several errors, which the resolvers leave to chance. */
function comparable({ text }: Bytes): string {
  if (!text.startsWith('{"errors":')) return text;
  const { errors = [], ...rest } = JSON.parse(text) as Answer;
  const told = errors.map((each) => JSON.stringify(each).replaceAll(/(log is |unter |"id":")[0-9a-f-]{36}/g, "$1…"));
  return JSON.stringify([rest, told.sort()]);
}

/** A busy machine may let a statement wait too long: that says nothing about either path. */
async function answerOf(paths: BothPaths, ...asked: Parameters<BothPaths["answer"]>): Promise<Bytes> {
  const answer = await paths.answer(...asked);
  return answer.text.includes('"SERVICE_UNAVAILABLE"') ? paths.answer(...asked) : answer;
}

/** Asks on both paths, expects the same bytes, and reads them as a client would. */
export async function askBoth(
  paths: BothPaths,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Agreed> {
  const resolved = await answerOf(paths, query, variables, "resolved");
  const planned = await answerOf(paths, query, variables, "planned");
  expect(comparable(planned)).toBe(comparable(resolved));
  return { ...(JSON.parse(planned.text) as Answer), paths: planned.paths, statements: planned.statements.length };
}
