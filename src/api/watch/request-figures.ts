import { Counter, Histogram, type Registry } from "prom-client";
import type { Path } from "../planning.js";
import type { Answered } from "./observed.js";
import type { OperationNames } from "./operation-names.js";
import { Sums } from "./sums.js";

/** Seconds: a kept answer takes less than one millisecond, a statement is ended after a few seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** How GraphQL requests are counted for Prometheus. */
export interface RequestFigures {
  /** Counts an operation by the way it was answered; "failed" besides, where the planner had to leave it to the resolvers. */
  readonly counted: (path: Path) => void;
  /** Counts a request that has been answered. */
  readonly heard: (answered: Answered) => void;
}

/** Figures of requests: by operation, by way and duration, by the code of their errors. */
export function requestFigures(registry: Registry, names: OperationNames): RequestFigures {
  const { requests, seconds, durations, errors, answers } = metricsIn(registry);
  for (const path of ["planned", "resolved", "cached", "failed"]) answers.add(path, 0);
  return {
    counted: (path) => answers.add(path),
    heard: ({ note: { asked, path = "none" }, milliseconds, codes }) => {
      const operation = asked ? names.labelFor(asked.operation) : "(none)";
      requests.add(operation);
      seconds.add(operation, milliseconds / 1000);
      durations.observe({ path }, milliseconds / 1000);
      for (const code of codes) errors.add(code);
    },
  };
}

function metricsIn(registry: Registry) {
  const registers = [registry];
  const counter = (name: string, help: string, label: string): Sums => {
    const sums = new Sums();
    const made = new Counter({
      ...{ name: `stadtgraph_${name}_total`, help, labelNames: [label], registers },
      collect: () => sums.handOver((value, amount) => made.inc({ [label]: value }, amount)),
    });
    return sums;
  };
  return {
    requests: counter("requests", "GraphQL requests by the name of their operation", "operation"),
    seconds: counter("operation_seconds", "Seconds spent on them, by the name of their operation", "operation"),
    errors: counter("errors", "GraphQL requests with an error, by its code", "code"),
    answers: counter(
      "answers",
      "Operations by the way they were answered: planned, resolved, cached; failed counts, besides, what the planner could not do",
      "path",
    ),
    durations: new Histogram({
      name: "stadtgraph_request_duration_seconds",
      help: "Duration of GraphQL requests by the way they were answered; none = refused before anything ran",
      labelNames: ["path"],
      buckets: BUCKETS,
      registers,
    }),
  };
}
