import type { IncomingMessage } from "node:http";
import compression from "compression";
import express, { type Express, type RequestHandler, type Router } from "express";
import type { Log } from "../platform/log.js";
import { type Readiness, withinLimit } from "./health.js";
import { answerErrors, notFound } from "./http-errors.js";

/** What the Express side of the server is made of. */
export interface AppParts {
  readonly log: Log;
  readonly pages: Router;
  readonly ready: () => Promise<Readiness>;
  /** Counts a request, health apart; throws for those who ask too often. */
  readonly count: (request: IncomingMessage) => void;
  /** Answers /metrics; absent: there is no such address. */
  readonly metrics?: RequestHandler;
}

/** Everything but /graphql: health, the pages, and a JSON answer for what is not there or goes wrong. */
export function appOf({ log, pages, ready, count, metrics }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.get("/healthz", (_request, response) => void response.set("Cache-Control", "no-store").json({ status: "ok" }));
  app.get("/readyz", async (_request, response) => {
    const readiness = await withinLimit(ready);
    response
      .status(readiness.ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json(readiness);
  });
  if (metrics) app.get("/metrics", metrics);
  app.use((request, _response, next) => {
    count(request);
    next();
  });
  app.use(compression(), pages, notFound, answerErrors(log));
  return app;
}
