import { beforeAll, describe, expect, test } from "@jest/globals";
import express from "express";
import { createServer } from "node:http";
import { connect } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import { metricsPage } from "../../../src/api/watch/metrics-page.js";
import { OperationNames } from "../../../src/api/watch/operation-names.js";
import { readEnvironment } from "../../../src/platform/environment.js";
import type { MetricsAccess } from "../../../src/platform/metrics/access.js";
import { createRegistry } from "../../../src/platform/metrics/registry.js";
import { kept } from "../../fault/world/kept.js";
import { BUILDING, testDatabase } from "../../support/database.js";
import { type ServerProcess, serverProcess } from "../../support/process.js";

const keep = kept();

describe("the figures of a server", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    const { url } = keep(await testDatabase(), (made) => made.close());
    server = keep(await serverProcess(url, { LOG_LEVEL: "debug" }), ({ stop }) => stop());
  }, BUILDING);

  const figures = async () => (await fetch(`${server.url}/metrics`)).text();
  const figure = async (name: string) =>
    Number(
      (await figures())
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length),
    );

  test("count requests by operation and by the way they were answered", async () => {
    const planned = { query: "query Titles { measures(first: 3) { nodes { title } } }" };
    for (let times = 0; times < 5; times++) await server.post(planned);
    await server.post({ query: "query Types { __schema { queryType { name } } }" });
    await server.post({ query: "{ themes { totalCount } }" });

    expect(await figure('stadtgraph_requests_total{operation="Titles"}')).toBe(5);
    expect(await figure('stadtgraph_requests_total{operation="Types"}')).toBe(1);
    expect(await figure('stadtgraph_requests_total{operation="(unnamed)"}')).toBe(1);
    expect(await figure('stadtgraph_operation_seconds_total{operation="Titles"}')).toBeGreaterThan(0);
    expect(await figure('stadtgraph_answers_total{path="planned"}')).toBe(3);
    expect(await figure('stadtgraph_answers_total{path="cached"}')).toBe(3);
    expect(await figure('stadtgraph_answers_total{path="resolved"}')).toBe(1);
    expect(await figure('stadtgraph_answers_total{path="failed"}')).toBe(0);
    expect(await figure('stadtgraph_request_duration_seconds_count{path="cached"}')).toBe(3);
  });

  test("count errors by code, wherever they arise", async () => {
    await server.post({ query: "{ measures(first: -1) { totalCount } }" });
    await server.post({ query: "{ nothing }" });
    await server.post({ query: "{" });
    await server.post({ query: "{ __typename }" }, { authorization: "Bearer x" });
    await server.post({ query: "{ __typename }" }, { "content-type": "text/plain" });
    await server.post({ nothing: 1 });

    const codes = ["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "UNAUTHENTICATED"];
    for (const code of codes) expect(await figure(`stadtgraph_errors_total{code="${code}"}`)).toBe(1);
    expect(await figure('stadtgraph_errors_total{code="BAD_REQUEST"}')).toBe(2);
    expect(await figure('stadtgraph_requests_total{operation="(none)"}')).toBeGreaterThanOrEqual(4);
  });

  test("know of no error where the client has gone away", async () => {
    const before = await figure('stadtgraph_requests_total{operation="(none)"}');
    const { hostname, port } = new URL(server.url);
    const client = connect(Number(port), hostname);
    client.write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    await after(200);
    client.destroy();
    await after(200);

    expect(await figure('stadtgraph_requests_total{operation="(none)"}')).toBe(before + 1);
    expect(await figures()).not.toContain('code="INTERNAL_SERVER_ERROR"');
  });

  test("tell of the pool, of the event loop and of the process", async () => {
    const text = await figures();
    for (const state of ["total", "idle", "waiting"])
      expect(text).toMatch(new RegExp(`^stadtgraph_database_connections\\{state="${state}"\\} \\d+$`, "m"));
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  test("come with one line of log per request: operation, document, way, status, duration", () => {
    const lines = server
      .output()
      .split("\n")
      .filter((line) => line.includes('"msg":"request"'));
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const titles = told.filter(({ operation }) => operation === "Titles");
    expect(titles.map(({ path }) => path)).toEqual(["planned", "planned", "cached", "cached", "cached"]);
    expect(new Set(titles.map(({ document }) => document)).size).toBe(1);
    expect(titles[0]).toMatchObject({ level: 20, status: 200, document: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const refused = told.find(({ codes }) => String(codes) === "BAD_USER_INPUT");
    expect(refused).toMatchObject({ level: 30, path: "resolved", status: 200, ms: expect.any(Number) });
  });
});

describe("who may read them", () => {
  test.each<[Record<string, string>, MetricsAccess]>([
    [{}, { open: "loopback" }],
    [{ NODE_ENV: "production" }, { open: "off" }],
    [{ NODE_ENV: "production", METRICS: "loopback" }, { open: "loopback" }],
    [
      { NODE_ENV: "production", METRICS_TOKEN: "0123456789abcdef" },
      { open: "token", token: "0123456789abcdef" },
    ],
    [{ METRICS: "off", METRICS_TOKEN: "0123456789abcdef" }, { open: "off" }],
  ])("%j means %j", (environment, metrics) => {
    expect(readEnvironment(environment).metrics).toEqual(metrics);
  });

  test("a token that is too short, or absent, is refused at the start and not repeated", () => {
    expect(() => readEnvironment({ METRICS_TOKEN: "geheim" })).toThrow(
      /^METRICS_TOKEN: expected at least 16 (?!.*geheim)/,
    );
    expect(() => readEnvironment({ METRICS: "token" })).toThrow(/^METRICS_TOKEN: expected a token/);
  });

  const TOKEN = "0123456789abcdefgh";

  test.each<[MetricsAccess, Record<string, string>, number]>([
    [{ open: "off" }, {}, 404],
    [{ open: "loopback" }, {}, 200],
    [{ open: "loopback" }, { "x-forwarded-for": "127.0.0.1" }, 404],
    [{ open: "loopback" }, { forwarded: "for=127.0.0.1" }, 404],
    [{ open: "token", token: TOKEN }, {}, 401],
    [{ open: "token", token: TOKEN }, { authorization: `Bearer ${TOKEN}x` }, 401],
    [{ open: "token", token: TOKEN }, { authorization: `Basic ${TOKEN}` }, 401],
    [{ open: "token", token: TOKEN }, { authorization: `Bearer ${TOKEN}` }, 200],
  ])("with %j a request with %j gets %i", async (access, headers, status) => {
    const server = createServer(express().get("/metrics", metricsPage(createRegistry(), access)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    keep(server, (each) => new Promise((resolve) => each.close(resolve)));

    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`, { headers });

    expect(response.status).toBe(status);
    expect((await response.text()).includes("process_cpu")).toBe(status === 200);
  });
});

test("names that clients make up cannot fill the figures", () => {
  const names = new OperationNames(["Trusted"]);
  const labels = new Set(Array.from({ length: 5_000 }, (_, index) => names.labelFor(`Made${index}`)));

  expect(labels.size).toBe(101);
  expect(labels).toContain("(other)");
  expect(names.labelFor("Trusted")).toBe("Trusted");
  expect(names.labelFor("Made3")).toBe("Made3");
  expect(new OperationNames().labelFor("x".repeat(61))).toBe("(other)");
});
