import { LRUCache } from "lru-cache";
import type { Statement } from "../../platform/database/database.js";

/** Statements that are remembered at a time. */
const MOST = 1_000;

/** How far what is known moves towards a shorter and towards a longer time: a busy machine adds to the time of most, and takes from none. */
const SHORTER = 0.5;
const LONGER = 0.05;

/** About how long statements take, by their names, in milliseconds: of those that travelled together each is given its share. One that was slow once is not taken for short again soon. */
export class StatementTimes {
  private readonly times = new LRUCache<string, number>({ max: MOST });

  /** Infinity where nothing is known. */
  of({ name }: Statement): number {
    return name === undefined ? Infinity : (this.times.get(name) ?? Infinity);
  }

  /** Takes note of a time that was measured. */
  note({ name }: Statement, milliseconds: number): void {
    if (name === undefined) return;
    const known = this.times.get(name) ?? milliseconds;
    this.times.set(name, known + (milliseconds < known ? SHORTER : LONGER) * (milliseconds - known));
  }
}
