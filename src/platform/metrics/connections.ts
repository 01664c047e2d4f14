import { Gauge, type Registry } from "prom-client";

/** How the connections to the database are used at this moment. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
}

/** Puts the connections to the database among the figures; they are looked at when somebody reads them. */
export function countConnections(registry: Registry, now: () => Connections): void {
  const gauge: Gauge = new Gauge({
    name: "stadtgraph_database_connections",
    help: "Connections to the database: total and idle; waiting are the requests that wait for one",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      for (const [state, count] of Object.entries(now())) gauge.set({ state }, count as number);
    },
  });
}
