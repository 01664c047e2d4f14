import { availableParallelism, loadavg } from "node:os";

/** Milliseconds that something may take which takes `most` on a machine with nothing else to do: on a busy one its share of the time is smaller. */
export const within = (most: number): number => most * Math.max(1, (1.5 * loadavg()[0]!) / availableParallelism());

/**
 * Which of several waits were too long, in milliseconds: all when half of them took more than `most`, else those of four times as much. A shared machine
 * stops everybody for a moment now and then; what keeps others waiting does so again and again, or for long.
 */
export function tooLong(waits: readonly number[], most = 250): number[] {
  const middle = [...waits].sort((one, other) => one - other)[Math.floor(waits.length / 2)] ?? 0;
  return waits.filter((wait) => wait > within(middle > within(most) ? most : 4 * most));
}
