import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setImmediate as immediate, setTimeout as after } from "node:timers/promises";
import type { Environment } from "../platform/environment.js";
import { StartError } from "../platform/start-error.js";
import { type AppParts, appOf } from "./app.js";
import type { Door } from "./door/door.js";
import { answerTo } from "./http-errors.js";
import { DataResponse } from "./http/data-response.js";
import { secure, SECURE_DATA } from "./secure.js";

/** What the HTTP server serves. */
export interface ServerParts extends Omit<AppParts, "count"> {
  readonly door: Pick<Door, "meet" | "crossOrigin" | "count">;
  readonly environment: Pick<Environment, "host" | "port">;
  /** Answers the path /graphql, past Express. */
  readonly graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Says not ready at once, goes on answering for 300 ms and while somebody still comes, 1.8 s at most; then takes nothing new and lets what is in flight finish, for 3 s at most. */
  stop(): Promise<void>;
}

/** Against clients that are slow on purpose; times in milliseconds, size in bytes. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 8_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 15_000,
  maxHeaderSize: 16_384,
};

/** Milliseconds that a connection may stand still in the middle of an answer: a client that does not read. */
const IDLE = 30_000;

/** How long load balancers get to see "not ready", and how long requests in flight get to finish, in milliseconds. */
const NOTICE = 300;
const PATIENCE = 3_000;

/** Nobody comes any more when nobody has come for so long; that is waited for so long at most, in milliseconds. */
const QUIET = 100;
const UNTIL_QUIET = 1_500;

/** Listens; throws StartError when the address cannot be had. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  let stopping: Promise<void> | undefined;
  const ready = () => (stopping ? Promise.resolve({ ready: false, checks: { server: "stopping" } }) : parts.ready());
  const server = createServer(
    { ...LIMITS, ServerResponse: DataResponse },
    listener({ ...parts, ready }, () => stopping !== undefined),
  );
  server.setTimeout(IDLE);
  const connections = connectionsOf(server);
  const { port } = await listen(server, parts.environment);
  const url = `http://${addressable(parts.environment.host)}:${port}`;
  parts.log.info({ url }, "listening");
  return { url, port, stop: () => (stopping ??= stop(server, connections)) };
}

function listener(
  { graphql, door, ...parts }: ServerParts,
  isStopping: () => boolean,
): (request: IncomingMessage, response: DataResponse) => void {
  const app = appOf({ ...parts, count: door.count });
  return (request, response) => {
    const { requestId } = door.meet(request);
    response.carry(["X-Request-Id", requestId]);
    // HTTP/0.9 has neither headers nor an end: whoever speaks it today hides something behind a proxy.
    if (request.httpVersionMajor < 1) return response.writeHead(505).end();
    // A client that goes on using its connection would be cut in its next question.
    response.isLast = isStopping;
    if (!isGraphql(request.url)) {
      response.keepWriting();
      return secure(request, response, () => void app(request, response));
    }
    response.carry(SECURE_DATA);
    if (door.crossOrigin(request, response)) return;
    graphql(request, response).catch((error: unknown) => {
      // Whoever has gone away meanwhile gets no answer, and is no error of ours.
      if (response.headersSent || response.destroyed) return response.destroy();
      const { status, body } = answerTo(error, parts.log);
      return response
        .writeHead(status, { "Content-Type": "application/json; charset=utf-8" })
        .end(JSON.stringify(body));
    });
  };
}

const isGraphql = (url: string | undefined): boolean => url === "/graphql" || url?.startsWith("/graphql?") === true;

async function listen(server: Server, { host, port }: ServerParts["environment"]): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new StartError(whyNot(error, host, port), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  return server.address() as AddressInfo;
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is in use: end the program that holds it, or set PORT to another one.`;
  if (code === "EACCES") return `Port ${port} is reserved for root: set PORT to one from 1024.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST ${host} is no address of this machine: set it to 127.0.0.1 or 0.0.0.0.`;
  return `The server cannot listen on ${host}:${port} (${message}).`;
}

/** The host as it stands in a URL that works on this machine. */
function addressable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

async function stop(server: Server, connections: ReadonlyMap<Socket, number>): Promise<void> {
  await after(NOTICE);
  await untilQuiet(connections);
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that finishes its answer now would be kept alive for the next request.
  const idle = setInterval(() => closeIdle(server, connections), 50);
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

/**
 * Who knocks just when the door is closed would be cut before being heard. After something that took long, timers go off before those are let in who
 * have knocked meanwhile: the look is taken once they are in (`immediate`).
 */
async function untilQuiet(connections: ReadonlyMap<Socket, number>): Promise<void> {
  const deadline = performance.now() + UNTIL_QUIET;
  const isQuiet = () => [...connections.values()].every((since) => performance.now() - since > QUIET);
  do {
    await after(QUIET / 4);
    await immediate();
  } while (!isQuiet() && performance.now() < deadline);
}

/** Node counts a connection as busy that was opened ahead and has never asked anything, as browsers do. What has just been opened may be about to ask. */
function closeIdle(server: Server, connections: ReadonlyMap<Socket, number>): void {
  server.closeIdleConnections();
  for (const [connection, since] of connections)
    if (connection.bytesRead === 0 && performance.now() - since > NOTICE) connection.destroy();
}

/** The connections that are open now, and since when. */
function connectionsOf(server: Server): ReadonlyMap<Socket, number> {
  const open = new Map<Socket, number>();
  server.on("connection", (connection) => {
    open.set(connection, performance.now());
    connection.once("close", () => open.delete(connection));
  });
  return open;
}
