import { collectDefaultMetrics, Registry } from "prom-client";

/** The figures of this process, those of Node among them: CPU, memory, handles, garbage collection, lag of the event loop. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
