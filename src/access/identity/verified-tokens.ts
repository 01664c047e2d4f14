import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Viewer } from "../viewer.js";

/** A viewer, and until when their token says so; milliseconds since 1970. */
export interface Verified {
  readonly viewer: Viewer;
  readonly until: number;
}

/** Tokens that are remembered; people of a town hall at work. */
const MOST = 2_000;

/**
 * Verifies each token once: a signature takes as long to check as a small question to answer. What was found holds until the token
 * expires or the provider's keys change, whatever comes first; tokens themselves are not kept, only their hashes.
 */
export function verifiedOnce(
  verify: (token: string) => Promise<Verified>,
  keysNow: () => Promise<object | undefined>,
): (token: string) => Promise<Viewer> {
  const known = new LRUCache<string, Verified & { readonly keys: object | undefined }>({ max: MOST });
  return async (token) => {
    const keys = await keysNow();
    const name = hash("sha256", token, "base64");
    const found = known.get(name);
    if (found && found.keys === keys && Date.now() < found.until) return found.viewer;
    const verified = await verify(token);
    known.set(name, { ...verified, keys });
    return verified.viewer;
  };
}
