import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { CodedError, type ErrorCode, type Sentence } from "../platform/errors.js";
import type { Log } from "../platform/log.js";
import { TooMany } from "./door/too-many.js";

const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
  SERVICE_UNAVAILABLE: 503,
};

/** What an HTTP answer says of an error: nothing that came from the inside; `id` finds it in the log. */
interface ErrorBody {
  readonly error: { readonly code: string; readonly message: Sentence; readonly id?: string };
}

/** Answers every path that nobody else answered. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json(NOT_FOUND);
};

const NOT_FOUND: ErrorBody = {
  error: {
    code: "NOT_FOUND",
    message: { en: "There is nothing at this address.", de: "Unter dieser Adresse gibt es nichts." },
  },
};

/** Answers errors with their code and sentence; what nobody foresaw is logged under an id and answered with nothing but that. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    // Half an answer cannot be taken back: Express ends the connection.
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, body } = answerTo(error, log);
    if (error instanceof TooMany) response.set("Retry-After", String(error.retryAfter));
    response.status(status).json(body);
  };
}

/** Status and body for an error. */
export function answerTo(error: unknown, log: Log): { readonly status: number; readonly body: ErrorBody } {
  if (error instanceof CodedError) {
    const { code, message } = error.extensions as { code: ErrorCode; message: Sentence };
    return { status: error instanceof TooMany ? 429 : STATUS[code], body: { error: { code, message } } };
  }
  const status = clientStatus(error);
  if (status) return { status, body: { error: { code: "BAD_REQUEST", message: BAD_REQUEST } } };
  const id = randomUUID();
  log.error({ err: error, id }, "request failed");
  return { status: 500, body: { error: { code: "INTERNAL_SERVER_ERROR", message: internal(id), id } } };
}

/** Express and its parts mark what the client did wrong (a broken path, a body too large) with a status of 4xx. */
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | undefined)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : undefined;
}

const BAD_REQUEST: Sentence = { en: "This request cannot be understood.", de: "Diese Anfrage ist nicht verständlich." };

const internal = (id: string): Sentence => ({
  en: `Something went wrong on our side. Please report the number ${id}.`,
  de: `Auf unserer Seite ist etwas schiefgegangen. Bitte melden Sie die Nummer ${id}.`,
});
