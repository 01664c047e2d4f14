import { afterAll } from "@jest/globals";

/** Takes in charge what a test file has started, each with its way to end it; all of it is ended after the last test, what came last first. */
export function kept(): <T extends object>(started: T, end: (started: T) => Promise<unknown>) => T {
  const ends: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return (started, end) => {
    ends.push(() => end(started));
    return started;
  };
}
