import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import express from "express";
import { pages } from "../../src/api/pages.js";
import { openSite, type Site } from "./site.js";

describe("the pages over HTTP", () => {
  let site: Site;
  beforeAll(async () => void (site = await openSite()));
  afterAll(() => site.close());

  const policyOf = async (path: string): Promise<Map<string, string>> => {
    const response = await fetch(site.url + path);
    const directives = response.headers.get("content-security-policy")?.split("; ") ?? [];
    return new Map(
      directives.map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1).join(" ")]),
    );
  };

  test.each(["/", "/en"])("%s allows nothing inline and nothing from outside", async (path) => {
    const policy = await policyOf(path);
    expect(policy.get("default-src")).toBe("'none'");
    expect([...new Set([...policy.values()])].sort()).toEqual(["'none'", "'self'"]);
  });

  test("/playground allows the editor its styles and fonts, but no eval, no inline script and nothing from outside", async () => {
    const policy = await policyOf("/playground");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("worker-src")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
    expect([...policy.values()].join(" ")).not.toMatch(/unsafe-eval|blob:|https?:/);
  });

  test("pages are asked for again each time, hashed assets never", async () => {
    const start = await fetch(`${site.url}/`);
    expect(start.headers.get("cache-control")).toBe("no-cache");
    const asset = /\/assets\/[^"]+\.css/.exec(await start.text())?.[0] ?? "";
    const style = await fetch(site.url + asset);
    expect(style.status).toBe(200);
    expect(style.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test("a page that has not changed is answered with 304", async () => {
    const etag = (await fetch(`${site.url}/playground`)).headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    // Left to itself, fetch adds "no-cache" here, which asks the server not to answer 304.
    const headers = { "if-none-match": etag, "cache-control": "max-age=0" };
    const again = await fetch(`${site.url}/playground`, { headers });
    expect(again.status).toBe(304);
  });
});

describe("without a bundle", () => {
  test.each(["/", "/en", "/playground"])("%s says which command builds it", async (path) => {
    const server = express().use(pages("/nowhere/at/all")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    const text = await response.text();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(response.status).toBe(503);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain("npm run build:web");
    expect(text).not.toContain("/nowhere");
  });
});
