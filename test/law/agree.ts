import { expect } from "@jest/globals";
import { askBoth } from "./world/ask-both.js";
import type { BothPaths } from "./world/both-paths.js";

/** What became of a question: a name that nobody has is left to the resolvers, one too large is asked on neither path. */
export type Outcome = "planned" | "resolved" | "tooLarge";

/** The law: both paths answer the same bytes, and where there is an answer, the planned one by a single statement. */
export async function agree(
  world: BothPaths,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const { paths, statements, errors = [] } = await askBoth(world, query, variables);
  const codes = new Set(errors.map(({ extensions }) => extensions.code));
  if (codes.has("LIMIT_EXCEEDED") || /1000 tokens/.test(errors[0]?.message ?? "")) return "tooLarge";
  const missing = codes.has("NOT_FOUND");
  expect({ query, codes: [...codes] }).toEqual({ query, codes: missing ? ["NOT_FOUND"] : [] });
  if (missing) return "resolved";
  // A question about nothing but the name of the root needs no statement at all.
  const most = statements === 0 ? 0 : 1;
  expect({ query, paths, statements }).toEqual({ query, paths: ["planned"], statements: most });
  return "planned";
}
