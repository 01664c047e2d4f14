import type { IncomingMessage, ServerResponse } from "node:http";
import type { HTTPGraphQLResponse } from "@apollo/server";
import type { Utf8 } from "../../platform/utf8.js";

/** The value of `data` alone, or all that Apollo says of an answer. */
export type Answer = HTTPGraphQLResponse | Utf8;

/** The media type of answers, unless a client asks for another. */
export const JSON_TYPE = "application/json; charset=utf-8";

const PLAIN_HEADERS = ["content-type", JSON_TYPE, "cache-control", "no-store", "content-length"];

/** The media type of an answer. */
export const contentTypeOf = ({ headers }: HTTPGraphQLResponse): string => headers.get("content-type") ?? JSON_TYPE;

const WELL_FORMED =
  /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|LIMIT_EXCEEDED|OPERATION_RESOLUTION_FAILURE)"/;

/** Sends an answer that has just been computed. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (typeof answer === "string") sendData(response, answer);
  else sendWhole(request, response, answer);
}

const [BEFORE, AFTER] = ['{"data":', "}\n"];

/** An answer that is nothing but data. */
export const bodyOfData = (data: Utf8): Utf8 => `${BEFORE}${data}${AFTER}` as Utf8;

/** From so many bytes on an answer is sent in pieces: to send it in one, V8 would copy it. */
const LONG = 8_192;

/** As bytes of a known number, for Node would send a text in chunks. */
function sendData(response: ServerResponse, data: Utf8): void {
  response.writeHead(200, [...PLAIN_HEADERS, BEFORE.length + data.length + AFTER.length]);
  if (data.length < LONG) return void response.end(bodyOfData(data), "latin1");
  for (const piece of [BEFORE, data]) response.write(piece, "latin1");
  response.end(AFTER, "latin1");
}

function sendWhole(request: IncomingMessage, response: ServerResponse, answer: HTTPGraphQLResponse): void {
  if (answer.body.kind !== "complete") throw new Error("Answers in parts are not offered");
  const text = answer.body.string;
  const type = contentTypeOf(answer);
  // GraphQL over HTTP, section 6.4.1: a well-formed request is answered with 200 when the client reads application/json.
  const legacy = answer.status === 400 && type.startsWith("application/json") && WELL_FORMED.test(text);
  const status = legacy && request.headers.accept !== undefined ? 200 : (answer.status ?? 200);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(text);
}
