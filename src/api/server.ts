import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { Environment } from "../platform/environment.js";
import { StartError } from "../platform/start-error.js";
import { type AppParts, appOf } from "./app.js";
import { answerTo } from "./http-errors.js";
import { secure, secureData } from "./secure.js";

/** What the HTTP server serves. */
export interface ServerParts extends AppParts {
  readonly environment: Pick<Environment, "host" | "port">;
  /** Answers the path /graphql, past Express. */
  readonly graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Says not ready at once, goes on answering for 300 ms, then takes nothing new and lets what is in flight finish, for 3.5 s at most. */
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

/** How long load balancers get to see "not ready", and how long requests in flight get to finish, in milliseconds. */
const NOTICE = 300;
const PATIENCE = 3_500;

/** Listens; throws StartError when the address cannot be had. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  let stopping: Promise<void> | undefined;
  const ready = () => (stopping ? Promise.resolve({ ready: false, checks: { server: "stopping" } }) : parts.ready());
  const server = createServer(
    LIMITS,
    listener({ ...parts, ready }, () => stopping !== undefined),
  );
  const connections = connectionsOf(server);
  const { port } = await listen(server, parts.environment);
  const url = `http://${addressable(parts.environment.host)}:${port}`;
  parts.log.info({ url }, "listening");
  return { url, port, stop: () => (stopping ??= stop(server, connections)) };
}

function listener(
  { graphql, ...parts }: ServerParts,
  isStopping: () => boolean,
): (request: IncomingMessage, response: ServerResponse) => void {
  const app = appOf(parts);
  return (request, response) => {
    // A client that goes on using its connection would be cut in its next question.
    if (isStopping()) response.setHeader("connection", "close");
    if (!isGraphql(request.url)) return secure(request, response, () => void app(request, response));
    secureData(response);
    graphql(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
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

async function stop(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  await after(NOTICE);
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that finishes its answer now would be kept alive for the next request.
  const idle = setInterval(() => closeIdle(server, connections), 50);
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

/** Node counts a connection as busy that was opened ahead and has never asked anything, as browsers do. */
function closeIdle(server: Server, connections: ReadonlySet<Socket>): void {
  server.closeIdleConnections();
  for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
}

/** The connections that are open now. */
function connectionsOf(server: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on("connection", (connection) => {
    open.add(connection);
    connection.once("close", () => open.delete(connection));
  });
  return open;
}
