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

/** What pg says when nothing came back in time. A connection that takes too long to make says less: on a busy machine that happens to some. */
const SILENCE = /^Query read timeout/;

/** Whether `error` means that the server is frozen or unreachable, so that asking again now would only wait as long. */
export const isSilence = (error: unknown): error is Error => error instanceof Error && SILENCE.test(error.message);

/**
 * Statements that were sent together did not end in the time that one of them may take. The server may be well: it sends their answers at the end of
 * all of them. Like a statement that was cancelled, whose SQLSTATE it has, it says nothing of others.
 */
export class TogetherTooSlow extends Error {
  readonly code = "57014";

  constructor(cause: Error) {
    super("Statements that were sent together took too long", { cause });
  }
}

/** What clients are told then; the cause is kept for the log and never serialised into an answer. */
export function unavailable(cause: unknown): ServiceUnavailable {
  const error = new ServiceUnavailable({
    en: "The database cannot answer at the moment. Please try again shortly.",
    de: "Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
  });
  Object.defineProperty(error, "cause", { value: cause, enumerable: false });
  return error;
}
