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

/** The bytes, but for the id that an internal error gets anew every time. */
const comparable = ({ text }: Bytes): string =>
  text.includes('"INTERNAL_SERVER_ERROR"') ? text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…") : text;

/** Asks on both paths, expects the same bytes, and reads them as a client would. */
export async function askBoth(
  paths: BothPaths,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Agreed> {
  const resolved = await paths.answer(query, variables, "resolved");
  const planned = await paths.answer(query, variables, "planned");
  expect(comparable(planned)).toBe(comparable(resolved));
  return { ...(JSON.parse(planned.text) as Answer), paths: planned.paths, statements: planned.statements.length };
}
