import { Writable } from "node:stream";
import pino, { type DestinationStream, type Logger } from "pino";
import type { Environment } from "./environment.js";
import { withoutSecrets, withoutValues } from "./secrets.js";

/** Where the program tells what it does: `log.info({ details }, "sentence")`. */
export type Log = Logger;

/** Makes the log of this process: JSON lines on standard output, or lines for people when that is a terminal. */
export function createLog(
  environment: Pick<Environment, "logLevel">,
  destination: DestinationStream = standardOutput(),
): Log {
  return pino(
    {
      level: environment.logLevel,
      base: undefined,
      serializers: { err: describe, error: describe },
      hooks: { streamWrite: withoutSecrets },
    },
    destination,
  );
}

function standardOutput(): DestinationStream {
  return process.stdout.isTTY ? linesForPeople(process.stdout) : pino.destination({ fd: 1, sync: true });
}

function linesForPeople(out: NodeJS.WritableStream): Writable {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      out.write(readable(line));
      done();
    },
  });
}

/** One JSON log line as `12:03:44 warn  sentence key=value`. */
export function readable(line: string): string {
  const { level, time, msg, err, ...details } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(details).map(
    ([key, value]) => ` ${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const failure = err ? `\n${(err as Described).stack ?? (err as Described).message}` : "";
  return `${clock} ${(pino.levels.labels[Number(level)] ?? "").padEnd(5)} ${typeof msg === "string" ? msg : ""}${rest.join("")}${failure}\n`;
}

/** What a log tells of an error. */
export interface Described {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
  readonly cause?: Described;
}

/**
 * Only these properties: errors of the database drivers also carry statements, parameters and rows, which may hold personal data. Sentences
 * are told without the values that they quote.
 */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: "something was thrown that is no error" };
  const { name, cause } = error;
  const message = withoutValues(error);
  return {
    type: name,
    message,
    code: (error as { code?: unknown }).code,
    stack: `${name}: ${message}\n${framesOf(error)}`,
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}

/** Where an error was made; above that its stack repeats what it says. */
function framesOf({ stack = "", message }: Error): string {
  const lines = stack.replace(message, "").split("\n");
  return lines.filter((line) => /^ +at /.test(line)).join("\n");
}
