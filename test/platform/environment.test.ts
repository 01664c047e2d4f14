import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { ENVIRONMENT_NAMES, EnvironmentError, readEnvironment } from "../../src/platform/environment.js";

describe("readEnvironment", () => {
  test("needs nothing", () => {
    expect(readEnvironment({})).toEqual({
      nodeEnv: "development",
      host: "127.0.0.1",
      port: 4000,
      databaseUrl: undefined,
      poolSize: 10,
      dataDirectory: ".data",
      logLevel: "info",
      slow: 1000,
      metrics: { open: "loopback" },
      migrate: true,
      seeds: "seeds/gera",
      cache: true,
      door: { trustProxy: [], corsOrigins: [], rateLimit: undefined, failedSignIns: 100, viewerShare: 50 },
      limits: { depth: 20, fields: 400, aliases: 30, tokens: 1000, cost: 500_000, statementTimeout: 2500 },
      documents: {
        folder: "schema/operations",
        mode: "off",
        exempt: "STEWARD",
        introspection: "PUBLIC",
        suggestions: "STAFF",
      },
    });
  });

  test("takes what is set, and an empty SEEDS as: load nothing", () => {
    const environment = readEnvironment({
      PORT: "0",
      DATABASE_URL: "postgresql://a:b@c/d",
      MIGRATE_ON_START: "false",
      SEEDS: "",
    });

    expect(environment).toMatchObject({ port: 0, databaseUrl: "postgresql://a:b@c/d", migrate: false, seeds: "" });
  });

  test("tells all problems at once, one line each", () => {
    const problems = problemsOf({
      PORT: "abc",
      NODE_ENV: "prod",
      DATABASE_POOL_SIZE: "1.5",
      MIGRATE_ON_START: "maybe",
    });

    expect(problems.split("\n")).toEqual([
      'NODE_ENV: expected one of development, production, test, not "prod"',
      'PORT: expected a whole number from 0 to 65535, not "abc"',
      'DATABASE_POOL_SIZE: expected a whole number from 1 to 500, not "1.5"',
      'MIGRATE_ON_START: expected true or false, not "maybe"',
    ]);
  });

  test.each(["65536", "-1", "4000 ", "0x10", "1e3"])("refuses the port %j", (port) => {
    expect(problemsOf({ PORT: port })).toMatch(/^PORT: expected a whole number/);
  });

  test("takes an owner only beside a database of one's own", () => {
    const DATABASE_OWNER_URL = "postgres://owner:geheim@host/x";
    expect(problemsOf({ DATABASE_OWNER_URL })).toBe(
      "DATABASE_OWNER_URL: expected together with DATABASE_URL; without it, the database that comes along is used",
    );
    const read = readEnvironment({ DATABASE_OWNER_URL, DATABASE_URL: "postgres://server@host/x" });
    expect(read.databaseOwnerUrl).toBe(DATABASE_OWNER_URL);
  });

  test.each([
    [{ TRUSTED_DOCUMENTS: "on" }, 'TRUSTED_DOCUMENTS: expected one of off, log, enforce, not "on"'],
    [
      { TRUSTED_DOCUMENTS_EXEMPT: "PUBLIC" },
      /^TRUSTED_DOCUMENTS_EXEMPT: expected one of STAFF, EDITOR, STEWARD, ADMIN/,
    ],
    [{ INTROSPECTION: "everybody" }, /^INTROSPECTION: expected one of PUBLIC, STAFF/],
    [{ SUGGESTIONS: "true" }, /^SUGGESTIONS: expected one of PUBLIC, STAFF/],
  ])("refuses %j", (source, problem) => {
    expect(problemsOf(source)).toMatch(problem);
  });

  test("tells the schema in production to those who are signed in, unless it is said otherwise", () => {
    expect(readEnvironment({ NODE_ENV: "production" }).documents.introspection).toBe("STAFF");
    expect(readEnvironment({ NODE_ENV: "production", INTROSPECTION: "PUBLIC" }).documents.introspection).toBe("PUBLIC");
    expect(readEnvironment({ INTROSPECTION: "off", SUGGESTIONS: "off" }).documents).toMatchObject({
      introspection: undefined,
      suggestions: undefined,
    });
    expect(readEnvironment({ TRUSTED_DOCUMENTS_EXEMPT: "NOBODY" }).documents.exempt).toBeUndefined();
  });

  test.each([
    ["2", 2],
    ["loopback, 10.0.0.0/8", ["loopback", "10.0.0.0/8"]],
    ["10.1.2.3,fd00::/8", ["10.1.2.3", "fd00::/8"]],
  ])("takes the proxies %j", (text, trustProxy) => {
    expect(readEnvironment({ TRUST_PROXY: text }).door).toMatchObject({ trustProxy });
  });

  test.each(["true", "everyone", "10.0.0.0/33", "10.0.0", "-1", "proxy.example"])("refuses the proxies %j", (text) => {
    expect(problemsOf({ TRUST_PROXY: text })).toMatch(/^TRUST_PROXY: expected addresses or subnets/);
  });

  test.each(["example.org", "https://example.org/", "https://example.org/path", "null", "https://*.example.org"])(
    "refuses the origin %j",
    (text) => {
      expect(problemsOf({ CORS_ORIGINS: `https://stadt.example, ${text}` })).toMatch(/^CORS_ORIGINS: expected https/);
    },
  );

  test("never repeats a DATABASE_URL, which may hold a password", () => {
    expect(problemsOf({ DATABASE_URL: "mysql://user:geheim@host/x" })).toBe(
      "DATABASE_URL: expected postgres://user:password@host:port/database",
    );
  });
});

describe(".env.example", () => {
  const example = parseEnv(readFileSync(".env.example", "utf8"));

  test("lists exactly the variables that are read", () => {
    expect(Object.keys(example).sort()).toEqual([...ENVIRONMENT_NAMES].sort());
  });

  test("shows the defaults", () => {
    expect(readEnvironment(example)).toEqual(readEnvironment({}));
  });
});

function problemsOf(source: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return "";
}
