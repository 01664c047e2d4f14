import { codeOf } from "../error-code.js";
import { ServiceUnavailable } from "../errors.js";

/** SQLSTATE of a statement that was ended, as a rule because it took too long. */
const CANCELLED = "57014";

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
  readonly code = CANCELLED;

  constructor(cause: Error) {
    super("Statements that were sent together took too long", { cause });
  }
}

/** What clients are told then, with the milliseconds that a statement may take; the cause is kept for the log and never serialised into an answer. */
export function unavailable(cause: unknown, statementTimeout?: number): ServiceUnavailable {
  const isLate = statementTimeout !== undefined && codeOf(cause) === CANCELLED;
  const error = isLate ? tookTooLong(statementTimeout) : new ServiceUnavailable(AWAY);
  Object.defineProperty(error, "cause", { value: cause, enumerable: false });
  return error;
}

const AWAY = {
  en: "The database cannot answer at the moment. Please try again shortly.",
  de: "Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.",
};

/** The question may be too large, or the database busy: nobody knows which. */
const tookTooLong = (limit: number): ServiceUnavailable =>
  new ServiceUnavailable(
    {
      en: `The database was given ${limit} ms for this and did not get to its end. Ask for less, or try again later.`,
      de: `Die Datenbank hatte dafür ${limit} ms Zeit und wurde nicht fertig. Fragen Sie nach weniger, oder versuchen Sie es später noch einmal.`,
    },
    { attribute: "statementTimeout", limit },
  );
