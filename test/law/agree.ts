import { expect } from "@jest/globals";
import fc from "fast-check";
import type { BothPaths } from "./both-paths.js";

/** The law: both paths answer the same bytes, and the planned one by a single statement. Questions too large to be asked are passed over. */
export async function agree(
  paths: BothPaths,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> {
  const resolved = await paths.answer(query, variables, "resolved");
  const planned = await paths.answer(query, variables, "planned");
  expect(planned.text).toBe(resolved.text);
  fc.pre(!/LIMIT_EXCEEDED|more that 1000 tokens/.test(planned.text));
  expect(planned.paths).toEqual(["planned"]);
  expect(planned.statements).toHaveLength(1);
}
