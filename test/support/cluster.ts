/** The variable by which the run's PostgreSQL is known to jest's workers. */
const VARIABLE = "STADTGRAPH_TEST_CLUSTER";

/** The migrated, empty database that every testDatabase() copies. */
export const TEMPLATE = "stadtgraph_template";

/** Tells the workers, which inherit the environment, where the run's PostgreSQL is. */
export function announceCluster(url: string): void {
  process.env[VARIABLE] = url;
}

/** The address of `name` in the run's PostgreSQL. */
export function clusterUrl(name: string): string {
  const url = process.env[VARIABLE];
  if (url === undefined) throw new Error("No PostgreSQL for tests: run them by jest with its globalSetup.");
  return Object.assign(new URL(url), { pathname: name }).href;
}
