let end: (() => Promise<void>) | undefined;

/** Leaves what setup has started to teardown; when the run is broken off with Ctrl-C, it is done then. */
export function keepForTeardown(work: () => Promise<void>): void {
  end = work;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.once(signal, () => void work().finally(() => process.exit(code)));
  }
}

/** Ends the run's PostgreSQL and removes its data. */
// eslint-disable-next-line no-restricted-syntax -- jest takes the default export of this file
export default async function globalTeardown(): Promise<void> {
  await end?.();
}
