import type { IncomingMessage, ServerResponse } from "node:http";
import type { Identify } from "../../access/identity/identifier.js";
import type { Viewer } from "../../access/viewer.js";
import type { Database } from "../../platform/database/database.js";
import type { Environment } from "../../platform/environment.js";
import type { Log } from "../../platform/log.js";
import { authorizationOf } from "../identity/authorization.js";
import { type Client, clientOf, trustsNobody } from "./client.js";
import { crossOrigin } from "./cross-origin.js";
import { type Counted, Rates } from "./rates.js";
import { type Share, Shares } from "./shares.js";

/** What the front door stands on. */
export interface DoorParts {
  readonly environment: Pick<Environment, "door" | "poolSize">;
  readonly database: Database;
  readonly identify: Identify;
  readonly log: Log;
}

/** Someone who has been let in, with a way to the database that leaves room for others. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly share: Share;
  readonly requestId: string;
}

/** Where every request comes in. */
export interface Door {
  /** Takes a request in, and tells how it is named in its answer and who sends it. */
  meet(request: IncomingMessage): Client;
  /** Lets other origins read the answer as far as they may; true when the request is answered with that. */
  crossOrigin(request: IncomingMessage, response: ServerResponse): boolean;
  /** Counts a request that is answered alike for everyone. Throws TooMany. */
  readonly count: (request: IncomingMessage) => void;
  /** Lets in who may come in. Throws TooMany, Unauthenticated, ServiceUnavailable. */
  readonly admit: (request: IncomingMessage) => Admitted | Promise<Admitted>;
}

const CLIENT = Symbol("client");

type Met = IncomingMessage & { [CLIENT]?: Client };

/** The client that sent a request which has come in by the door. Throws for any other. */
function met(request: IncomingMessage): Client {
  const client = (request as Met)[CLIENT];
  if (!client) throw new Error("A request has come in past the door");
  return client;
}

/** Makes the front door. */
export function doorOf({ environment: { door, poolSize }, database, identify, log }: DoorParts): Door {
  const clientAt = clientOf(door.trustProxy);
  const rates = new Rates(identify, door, log);
  const shares = new Shares(database, { poolSize, viewerShare: door.viewerShare });
  const warn = trustsNobody(door.trustProxy) ? warningOfProxy(log) : () => undefined;
  return {
    crossOrigin: crossOrigin(door.corsOrigins),
    meet: (request) => {
      const client = clientAt(request);
      (request as Met)[CLIENT] = client;
      warn(request);
      return client;
    },
    count: (request) => rates.count(met(request).address),
    admit: (request) => {
      const { address, requestId } = met(request);
      const admitted = ({ viewer, key }: Counted): Admitted => ({ viewer, share: shares.of(key), requestId });
      const counted = rates.viewerOf(authorizationOf(request), address);
      return counted instanceof Promise ? counted.then(admitted) : admitted(counted);
    },
  };
}

/** Says once that a proxy seems to stand in front whose word is not taken: all its clients count as one then. */
function warningOfProxy(log: Log): (request: IncomingMessage) => void {
  let isSaid = false;
  return ({ headers }) => {
    if (isSaid || headers["x-forwarded-for"] === undefined) return;
    isSaid = true;
    log.warn("requests come through a proxy, and TRUST_PROXY does not name it: all its clients count as one");
  };
}
