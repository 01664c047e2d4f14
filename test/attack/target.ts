import { Agent, request } from "node:http";
import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { createLog } from "../../src/platform/log.js";
import type { Database } from "../../src/platform/database/database.js";
import { geraDatabase } from "../support/gera.js";
import { overheard } from "../support/database.js";
import { type TestServer, testServer } from "../support/server.js";
import type { Attack } from "./attack.js";
import { ADMINISTRATOR } from "./cases/mutations.js";

/** What came back: status 0 when the connection was cut. */
export interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  /** SQL statements that it took, but for looking whether a kept answer still holds. */
  readonly statements: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

/** A server with Gera's data that is to be attacked. */
export interface Target extends TestServer {
  send(attack: Attack): Promise<Answered>;
  /** Asks something honest: answer and milliseconds. */
  honest(): Promise<Answered>;
}

/** Starts it; every statement is noted. */
export async function target(settings: Record<string, string> = {}): Promise<Target> {
  const statements: string[] = [];
  const data = async () => {
    const made = await geraDatabase();
    return { ...made, serving: noting(made.serving, statements) };
  };
  const server = await testServer({ data, settings, identifying });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (attack: Attack) => {
    statements.length = 0;
    const begun = performance.now();
    const answer = await sent(server.origin, attack, agent);
    return { ...answer, took: performance.now() - begun, statements: [...statements] };
  };
  const honest = () => send({ name: "honest", outcome: "harmless", headers: ELSEWHERE, body: HONEST });
  const close = async () => {
    agent.destroy();
    await server.close();
  };
  return { ...server, send, honest, close };
}

/** Where honest questions come from, when the proxy on this machine is trusted. */
const ELSEWHERE = { "x-forwarded-for": "192.0.2.2" };

const HONEST = JSON.stringify({
  query: "{ themes(first: 2) { totalCount nodes { title measures(first: 2) { nodes { title } } } } }",
});

/** As the server does, but for one word that stands for an administrator. */
function identifying(database: Database): Identify {
  const identify = identifierOf({ environment: { oidc: undefined }, database, log });
  const administrator = { role: "ADMIN", subject: "admin@stadt.example", departments: [] } as const;
  return (authorization) =>
    authorization === ADMINISTRATOR ? Promise.resolve(administrator) : identify(authorization);
}

const log = createLog({ logLevel: "silent" });

const noting = (database: Database, statements: string[]): Database =>
  overheard(database, ({ name, text }) => {
    if (name !== "data-versions") statements.push(text);
  });

type Sent = Omit<Answered, "took" | "statements">;

/** Sends exactly these headers and bytes. */
export function sent(origin: string, attack: Attack, agent?: Agent): Promise<Sent> {
  const { method = "POST", path = "/graphql", headers = {}, body } = attack;
  const length =
    "transfer-encoding" in headers || body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const all = { "content-type": "application/json", accept: "application/json", ...length, ...headers };
  return new Promise((resolve) => {
    const asking = request(origin, { method, path, headers: all, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => void chunks.push(chunk));
      response.on("close", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode!, headers: response.headers, text });
      });
    });
    asking.on("error", (error) => resolve({ status: 0, headers: {}, text: String(error) }));
    asking.end(body);
  });
}
