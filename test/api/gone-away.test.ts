import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { appOf } from "../../src/api/app.js";
import { pages } from "../../src/api/pages.js";
import { createLog } from "../../src/platform/log.js";

let folder: string;
let server: Server;
let logged: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  logged = "";
  const log = createLog({ logLevel: "info" }, { write: (line) => void (logged += line) });
  const ready = () => Promise.resolve({ ready: true, checks: {} });
  server = appOf({ log, pages: pages(folder), ready, count: () => undefined }).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const port = (): number => (server.address() as AddressInfo).port;

test.each([
  ["closes the connection", undefined],
  ["resets it", Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })],
])("a reader who %s before the page comes is no error of ours", async (_how, error) => {
  const client = connect(port(), "127.0.0.1").on("error", () => undefined);
  server.prependOnceListener("request", ({ socket }: IncomingMessage) => process.nextTick(() => socket.destroy(error)));
  client.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(client, "close");
  await after(100);
  expect(logged).toBe("");
});

test("a page that cannot be read is one", async () => {
  rmSync(join(folder, "index.html"));
  mkdirSync(join(folder, "index.html"));
  const { status } = await fetch(`http://127.0.0.1:${port()}/`);
  expect(status).toBe(500);
  expect(logged).toContain("request failed");
});
