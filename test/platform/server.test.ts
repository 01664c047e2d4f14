import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate as immediate, setTimeout as after } from "node:timers/promises";
import { afterAll, describe, expect, test } from "@jest/globals";
import { Router } from "express";
import { type RunningServer, type ServerParts, startServer } from "../../src/api/server.js";
import { NotFound } from "../../src/platform/errors.js";
import { createLog } from "../../src/platform/log.js";
import { StartError } from "../../src/platform/start-error.js";
import { OPEN_DOOR } from "./open-door.js";

const started: RunningServer[] = [];
afterAll(() => Promise.all(started.map((server) => server.stop())));

describe("health", () => {
  test("healthz answers while the process lives, readyz says what was looked at", async () => {
    const { url } = await start({ ready: async () => ({ ready: false, checks: { database: "unavailable" } }) });

    expect(await ask(url, "/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await ask(url, "/readyz")).toMatchObject({
      status: 503,
      body: { ready: false, checks: { database: "unavailable" } },
    });
  });

  test("readyz is 200 when all is well", async () => {
    const { url } = await start({});

    expect(await ask(url, "/readyz")).toMatchObject({ status: 200, body: { ready: true, checks: { database: "ok" } } });
  });

  test("readyz does not wait for a database that says nothing", async () => {
    const { url } = await start({ ready: () => new Promise(() => undefined) });

    expect(await ask(url, "/readyz")).toMatchObject({ status: 503, body: { ready: false } });
  });
});

describe("what is not there or goes wrong", () => {
  test("a path that nobody answers is a 404 in JSON", async () => {
    const { url } = await start({});

    expect(await ask(url, "/nothing")).toMatchObject({ status: 404, body: { error: { code: "NOT_FOUND" } } });
  });

  test("a path that is no text is the client's mistake", async () => {
    const { url } = await start({ pages: Router().get("/:name", (_request, response) => void response.end()) });

    expect(await ask(url, "/%E4")).toMatchObject({ status: 400, body: { error: { code: "BAD_REQUEST" } } });
  });

  test("an error after a body has been read is answered, not cut off", async () => {
    const graphql: ServerParts["graphql"] = async (incoming) => {
      for await (const _ of incoming);
      throw new Error("inside");
    };
    const { url } = await start({ graphql });

    const answered = await fetch(`${url}/graphql`, { method: "POST", body: "{}" });

    expect(answered.status).toBe(500);
    expect(await answered.json()).toMatchObject({ error: { code: "INTERNAL_SERVER_ERROR" } });
  });

  test("an error that was foreseen keeps its code and sentence", async () => {
    const sentence = { en: "No such file.", de: "Diese Datei gibt es nicht." };
    const { url } = await start({ pages: failing(new NotFound(sentence)) });

    expect(await ask(url, "/fails")).toMatchObject({
      status: 404,
      body: { error: { code: "NOT_FOUND", message: sentence } },
    });
  });

  test.each(["/fails", "/graphql"])("at %s any other error shows nothing of the inside", async (path) => {
    const inside = new Error("password geheim in /srv/secret.ts");
    const { url } = await start({ pages: failing(inside), graphql: () => Promise.reject(inside) });

    const { status, body } = await ask(url, path);

    expect(status).toBe(500);
    expect(body).toMatchObject({
      error: { code: "INTERNAL_SERVER_ERROR", id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(JSON.stringify(body)).not.toMatch(/geheim|secret|stack/);
  });
});

test("graphql gets exactly its path, pages the rest, and every answer forbids foreign scripts", async () => {
  const pages = Router().get("/graphqlx", (_request, response) => void response.json({ by: "pages" }));
  const { url } = await start({ pages });

  const [graphql, page] = await Promise.all([ask(url, "/graphql?query=x"), ask(url, "/graphqlx")]);

  expect(graphql.body).toEqual({ by: "graphql" });
  expect(page.body).toEqual({ by: "pages" });
  expect(page.headers.get("content-security-policy")).toMatch(/default-src 'self';.*script-src 'self';/);
  expect(graphql.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  for (const { headers } of [graphql, page]) {
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
    expect(headers.get("x-powered-by")).toBeNull();
  }
});

test("a port in use is one clear sentence", async () => {
  const { port } = await start({});

  const failure = await start({ environment: { host: "127.0.0.1", port } }).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(StartError);
  expect(failure).toHaveProperty(
    "message",
    `Port ${port} is in use: end the program that holds it, or set PORT to another one.`,
  );
});

describe("stop", () => {
  test("lets a request in flight finish, says not ready meanwhile, and takes nothing new", async () => {
    const server = await start({ graphql: slowly(700) });
    const inFlight = ask(server.url, "/graphql");
    await after(50);

    const stopped = server.stop();

    expect(await ask(server.url, "/readyz")).toMatchObject({ status: 503, body: { checks: { server: "stopping" } } });
    await after(400);
    await expect(ask(server.url, "/healthz")).rejects.toThrow();
    expect(await inFlight).toMatchObject({ status: 200, body: { by: "graphql" } });
    await stopped;
  });

  test.each(["/graphql", "/slow"])(
    "tells those who ask for %s that their connection ends with the answer",
    async (path) => {
      const pages = Router().get("/slow", (_request, response) => void setTimeout(() => response.json({}), 200));
      const server = await start({ graphql: slowly(200), pages });
      const asked = request(server.url + path, { agent: new Agent({ keepAlive: true }) }).end();
      await after(50);

      const stopped = server.stop();
      const [response] = (await once(asked, "response")) as [IncomingMessage];

      expect(response.headers.connection).toBe("close");
      expect(response.headers["x-request-id"]).toMatch(/./);
      response.resume();
      await stopped;
    },
  );

  test("lets those in who knock while the program works on something else", async () => {
    const server = await start({ graphql: answer });
    const stopped = server.stop();
    await after(250);
    await immediate();

    const knocking = connect(server.port, "127.0.0.1").end("GET /graphql HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await Promise.resolve();
    workFor(100);

    expect(await text(knocking)).toContain('{"by":"graphql"}');
    await stopped;
  });

  test("does not wait for connections that are idle or kept alive", async () => {
    const server = await start({});
    const idle = connect(server.port, "127.0.0.1").on("error", () => undefined);
    await ask(server.url, "/healthz");
    const begin = Date.now();

    await server.stop();

    expect(Date.now() - begin).toBeLessThan(1_000);
    idle.destroy();
  });

  test("cuts a request that does not end within five seconds", async () => {
    const server = await start({ graphql: () => new Promise(() => undefined) });
    const hanging = new Promise((resolve) => request(`${server.url}/graphql`).on("error", resolve).end());
    await after(50);
    const begin = Date.now();

    await server.stop();

    expect(await hanging).toHaveProperty("code", "ECONNRESET");
    expect(Date.now() - begin).toBeLessThan(6_000);
  });
});

const answer: ServerParts["graphql"] = async (_request, response) => void response.end('{"by":"graphql"}');

const slowly =
  (milliseconds: number): ServerParts["graphql"] =>
  async (incoming, response) => {
    await after(milliseconds);
    await answer(incoming, response);
  };

/** Nothing else happens in this process for so many milliseconds. */
function workFor(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

const failing = (error: Error): Router =>
  Router().get("/fails", () => {
    throw error;
  });

async function start(parts: Partial<ServerParts>): Promise<RunningServer> {
  const server = await startServer({
    environment: { host: "127.0.0.1", port: 0 },
    log: createLog({ logLevel: "silent" }),
    door: OPEN_DOOR,
    graphql: answer,
    pages: Router(),
    ready: async () => ({ ready: true, checks: { database: "ok" } }),
    ...parts,
  });
  started.push(server);
  return server;
}

async function ask(url: string, path: string): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await fetch(url + path);
  return { status: response.status, headers: response.headers, body: await response.json() };
}
