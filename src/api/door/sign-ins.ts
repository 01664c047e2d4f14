import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Identify } from "../../access/identity/identifier.js";
import type { Viewer } from "../../access/viewer.js";
import { Unauthenticated } from "../../platform/errors.js";
import type { Tally } from "./tally.js";
import { TooMany } from "./too-many.js";

/** Good tokens that are remembered while others from the same address fail. */
const MOST = 2_000;

/**
 * Tells who asks, and stops telling an address where too many sign-ins have failed: guessing would go on for as long as it likes, and
 * every guess costs a signature or a statement. Colleagues behind the same address go on working if their token was good while the
 * failures were being counted; tokens themselves are not kept, only their hashes.
 */
export class SignIns {
  private readonly good = new LRUCache<string, true>({ max: MOST });

  constructor(
    private readonly identify: Identify,
    private readonly failures: Tally,
  ) {}

  /** The viewer that a header Authorization stands for. Throws Unauthenticated, and TooMany before the token is looked at. */
  async viewerOf(authorization: string, address: string): Promise<Viewer> {
    const failed = this.failuresBut(authorization, address);
    try {
      const viewer = await this.identify(authorization);
      if (failed > 0) this.good.set(nameOf(authorization), true);
      return viewer;
    } catch (error) {
      if (error instanceof Unauthenticated) this.failures.count(address);
      throw error;
    }
  }

  private failuresBut(authorization: string, address: string): number {
    try {
      return this.failures.so(address);
    } catch (error) {
      if (error instanceof TooMany && this.good.has(nameOf(authorization))) return this.failures.most;
      throw error;
    }
  }
}

const nameOf = (authorization: string): string => hash("sha256", authorization, "base64");
