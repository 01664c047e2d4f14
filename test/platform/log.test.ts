import { Writable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { createLog, readable } from "../../src/platform/log.js";

describe("createLog", () => {
  test("writes one JSON object a line, from its level on", () => {
    const { log, lines } = recordingLog("warn");

    log.info("too quiet");
    log.warn({ port: 4000 }, "heard");

    expect(lines.map(parsed)).toEqual([expect.objectContaining({ level: 40, port: 4000, msg: "heard" })]);
  });

  test("keeps rows and statements, which hang on the drivers' errors, out of the log", () => {
    const { log, lines } = recordingLog("info");
    const cause = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (email)=(a@b.de)",
      query: "INSERT",
    });

    log.error({ err: new Error("write failed", { cause }) }, "request failed");

    expect(parsed(lines[0]!)["err"]).toMatchObject({
      message: "write failed",
      cause: { message: "duplicate key", code: "23505" },
    });
    expect(lines[0]).not.toMatch(/a@b\.de|INSERT/);
  });
});

test("a line for people has time, level, sentence and details", () => {
  const time = new Date(2026, 0, 2, 3, 4, 5).getTime();

  const line = readable(JSON.stringify({ level: 30, time, port: 4000, url: "http://x", msg: "listening" }));

  expect(line).toBe("03:04:05 info  listening port=4000 url=http://x\n");
});

function recordingLog(logLevel: "info" | "warn") {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLog({ logLevel }, destination), lines };
}

const parsed = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
