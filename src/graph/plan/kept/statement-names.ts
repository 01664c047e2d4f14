import { LRUCache } from "lru-cache";
import type { Plan } from "./plans.js";

/** Statements that PostgreSQL keeps per connection at a time; connections live an hour, so that forgotten ones go with them. */
const MOST = 300;

/** Uses of a statement, by its name; those used least recently are forgotten. */
const uses = new LRUCache<string, number>({ max: MOST });

/** The name under which PostgreSQL keeps a statement prepared, from its second use on: what is asked once leaves nothing behind. */
export function nameOf({ name }: Plan): string | undefined {
  const before = uses.get(name) ?? 0;
  if (before < 2) uses.set(name, before + 1);
  return before > 0 ? name : undefined;
}
