import type { IncomingMessage, ServerResponse } from "node:http";
import type { Router } from "express";
import type { Environment } from "../platform/environment.js";
import type { Log } from "../platform/log.js";
import type { Readiness } from "./health.js";

/** What the HTTP server serves. */
export interface ServerParts {
  readonly environment: Pick<Environment, "host" | "port">;
  readonly log: Log;
  /** Answers everything under the path /graphql, past Express. */
  readonly graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Portal, playground, downloads. */
  readonly pages: Router;
  readonly ready: () => Promise<Readiness>;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Says not ready at once, goes on answering for 300 ms, then takes nothing new and lets what is in flight finish, for 5 s at most. */
  stop(): Promise<void>;
}

/** Listens; throws StartError when the address cannot be had. */
export function startServer(_parts: ServerParts): Promise<RunningServer> {
  throw new Error("not yet");
}
