import { LRUCache } from "lru-cache";
import { TooMany } from "./too-many.js";

/** Milliseconds over which is counted. */
const WINDOW = 60_000;

/** Keys that are counted at a time; beyond them, those are forgotten that have not come for longest. */
const MOST = 20_000;

interface Count {
  hits: number;
  readonly until: number;
}

/** Counts how often each key comes in a minute. On lru-cache, which is there: express-rate-limit would take 9 MB and 20 ms of every start. */
export class Tally {
  private readonly counts = new LRUCache<string, Count>({ max: MOST });

  constructor(
    readonly most: number,
    /** Hears of each key that has reached the limit, once a minute. */
    private readonly reached: () => void,
  ) {}

  /** Counts one more. Throws TooMany beyond the limit. */
  count(key: string): void {
    const count = this.now(key) ?? { hits: 0, until: Date.now() + WINDOW };
    if (count.hits === 0) this.counts.set(key, count);
    count.hits++;
    if (count.hits === this.most) this.reached();
    if (count.hits > this.most) throw tooMany(count);
  }

  /** How often a key has come. Throws TooMany, without counting, when once more would be beyond the limit. */
  so(key: string): number {
    const count = this.now(key);
    if (count && count.hits >= this.most) throw tooMany(count);
    return count?.hits ?? 0;
  }

  private now(key: string): Count | undefined {
    const count = this.counts.get(key);
    return count && count.until > Date.now() ? count : undefined;
  }
}

const tooMany = ({ until }: Count): TooMany => new TooMany(Math.max(1, Math.ceil((until - Date.now()) / 1_000)));
