import type { ServerResponse } from "node:http";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { TooMany } from "../door/too-many.js";
import { type RequestLimits, withLimits } from "../limits/request-limits.js";
import type { Note } from "../watch/note.js";
import { UnreadableBody } from "./body.js";
import { JSON_TYPE } from "./send.js";

/** Answers with a coded error that arose before Apollo; throws any other. */
export function refuse(response: ServerResponse, error: unknown, note: Note, limits: RequestLimits): void {
  if (error instanceof UnreadableBody) {
    note.codes = [error.code];
    const errors = [{ message: error.message, extensions: { code: error.code, message: error.sentence } }];
    // The rest of the body stays unread, so the connection cannot be used again.
    const headers = { "content-type": JSON_TYPE, connection: "close" };
    response.writeHead(error.status, headers).end(JSON.stringify({ errors }));
  } else if (error instanceof GraphQLError) {
    note.codes = [String(error.extensions.code)];
    const status = error instanceof TooMany ? 429 : (STATUS[note.codes[0]!] ?? 400);
    // RFC 9110, section 11.6.1: 401 says how to do better.
    if (status === 401) response.setHeader("www-authenticate", "Bearer");
    if (error instanceof TooMany) response.setHeader("retry-after", error.retryAfter);
    else if (status === 503) response.setHeader("retry-after", 1);
    response
      .writeHead(status, { "content-type": JSON_TYPE, "cache-control": "no-store" })
      .end(JSON.stringify(withLimits({ errors: [shown(error)] }, limits)));
  } else throw error;
}

/** Errors from before Apollo that are not the fault of the question. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  SERVICE_UNAVAILABLE: 503,
};

/** An error from before Apollo, in the form that Apollo's errors have. */
function shown({ message, extensions }: GraphQLError): GraphQLFormattedError {
  const { code, message: sentence, attribute, limit } = extensions;
  return { message, extensions: { code, message: sentence, attribute, limit } };
}
