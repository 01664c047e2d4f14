import { codeOf } from "../error-code.js";
import { ServiceUnavailable } from "../errors.js";

const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** Connection exceptions, insufficient resources, operator intervention, a cancelled statement (statement_timeout), idle in transaction too long. */
const SQLSTATES = /^(08|53|57P|57014|25P03)/;
/** pg gives these no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has encountered|was closed)|timeout expired)/;

/** Whether `error` means that PostgreSQL is away, full, restarting or too slow, rather than that the statement is wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return code === "" ? MESSAGES.test(error.message) : NETWORK.has(code) || SQLSTATES.test(code);
}

/** Says that a server is frozen or unreachable, rather than down or its connections all in use: nothing came back in time. */
const SILENCE = /^(Query read timeout|Connection terminated due to connection timeout)/;

/** Whether `error` means that the server has said nothing at all, so that asking again now would only wait as long. */
export const isSilence = (error: unknown): error is Error => error instanceof Error && SILENCE.test(error.message);

/** What clients are told then; the cause is kept for the log and never serialised into an answer. */
export function unavailable(cause: unknown): ServiceUnavailable {
  const error = new ServiceUnavailable({
    en: "The database cannot answer at the moment. Please try again shortly.",
    de: "Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
  });
  Object.defineProperty(error, "cause", { value: cause, enumerable: false });
  return error;
}
