import type { RequestHandler } from "express";
import type { Environment } from "../../platform/environment.js";
import type { Log } from "../../platform/log.js";
import { type Connections, countConnections } from "../../platform/metrics/connections.js";
import { createRegistry } from "../../platform/metrics/registry.js";
import type { Path } from "../planning.js";
import { metricsPage } from "./metrics-page.js";
import { type Answering, observed, type Observed } from "./observed.js";
import { OperationNames } from "./operation-names.js";
import { requestFigures } from "./request-figures.js";
import { requestLog } from "./request-log.js";
import { traced } from "./traced.js";

/** What watching over requests stands on. */
export interface WatchParts {
  readonly environment: Pick<Environment, "metrics" | "slow">;
  readonly log: Log;
  readonly connections: () => Connections;
  /** Names of operations that always have a figure of their own. */
  readonly operations?: Iterable<string>;
}

/** How an operator sees what the server does. */
export interface Watch {
  readonly counted: (path: Path) => void;
  /** Answers as before, and counts and logs it. */
  readonly observed: (answer: Answering) => Observed;
  /** Answers /metrics. */
  readonly metrics: RequestHandler;
}

/** Counts and logs requests, and shows the figures to those who may read them. */
export function watchOver({ environment, log, connections, operations }: WatchParts): Watch {
  const registry = createRegistry();
  countConnections(registry, connections);
  const { counted, heard } = requestFigures(registry, new OperationNames(operations));
  const listeners = [heard, requestLog(log, environment.slow)];
  return {
    counted,
    observed: (answer) => observed(traced(answer), listeners),
    metrics: metricsPage(registry, environment.metrics),
  };
}
