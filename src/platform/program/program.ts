import { setTimeout as after } from "node:timers/promises";
import { EnvironmentError } from "../environment.js";
import { describe } from "../log.js";
import { StartError } from "../start-error.js";

/** Leaves to the program how to end something that was started; what came last is ended first. */
export type Keep = (end: () => Promise<void>) => void;

/** How long a start that is under way may go on after a signal, and all of the ending may take, in milliseconds. */
const START = 2_000;
const WHOLE = 9_500;

/**
 * Runs the program from start to end. SIGTERM and SIGINT, however often they come, end what was started and exit with 0, within 10 s.
 * So does an error that nobody catches, with 1. A start that fails ends what it had started and exits with 1, after one sentence on standard error for a StartError or EnvironmentError.
 */
export function runProgram(start: (keep: Keep) => Promise<void>): void {
  const ends: (() => Promise<void>)[] = [];
  const starting = start((end) => void ends.push(end));
  let ending: Promise<void> | undefined;
  const end = (code: number) => void (ending ??= finish(starting, ends, code));
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  // Node itself would print all that hangs on the error, rows and statements among it.
  process.on("uncaughtException", (error) => {
    process.stderr.write(`${toldOf(error)}\n`);
    end(1);
  });
  starting.catch((error: unknown) => {
    if (!ending) process.stderr.write(`${toldOf(error)}\n`);
    end(1);
  });
}

function toldOf(error: unknown): string {
  if (error instanceof StartError || error instanceof EnvironmentError) return error.message;
  const { stack, message, cause } = describe(error);
  return `Unexpected error: ${stack ?? message}${cause ? `\n  because of: ${cause.stack ?? cause.message}` : ""}`;
}

async function finish(starting: Promise<void>, ends: (() => Promise<void>)[], code: number): Promise<void> {
  setTimeout(() => process.exit(1), WHOLE).unref();
  // What is just being started is not known yet, and would be left running.
  await Promise.race([starting.catch(() => undefined), after(START)]);
  for (const end of ends.reverse()) {
    await end().catch((error: unknown) => process.stderr.write(`${toldOf(error)}\n`));
  }
  process.exit(code);
}
