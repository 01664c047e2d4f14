import { availableParallelism, loadavg } from "node:os";

/** Milliseconds that something may take which takes `most` on a machine with nothing else to do: on a busy one its share of the time is smaller. */
export const within = (most: number): number => most * Math.max(1, (1.5 * loadavg()[0]!) / availableParallelism());
