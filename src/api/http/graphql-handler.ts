import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { GraphContext } from "../../graph/resolve/context.js";
import { checkVariables } from "../limits/variables.js";
import { jsonBody, UnreadableBody } from "./body.js";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers GraphQL over HTTP on node:http: POST with JSON, GET for queries, nothing else. */
export function graphqlHandler(server: ApolloServer<GraphContext>, context: () => GraphContext): Handler {
  return async (request, response) => {
    try {
      if (request.method !== "POST" && request.method !== "GET") return notAllowed(response);
      const body = request.method === "POST" ? await jsonBody(request) : undefined;
      checkVariables((body as { variables?: unknown } | undefined)?.variables);
      send(request, response, await execute(server, request, body, context));
    } catch (error) {
      refuse(response, error);
    }
  };
}

function execute(
  server: ApolloServer<GraphContext>,
  request: IncomingMessage,
  body: unknown,
  context: () => GraphContext,
) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const search = new URL(request.url!, "http://localhost").search;
  return server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method!, headers, body, search },
    context: () => Promise.resolve(context()),
  });
}

const WELL_FORMED =
  /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|LIMIT_EXCEEDED|OPERATION_RESOLUTION_FAILURE)"/;

function send(request: IncomingMessage, response: ServerResponse, answer: HTTPGraphQLResponse): void {
  if (answer.body.kind !== "complete") throw new Error("Answers in parts are not offered");
  const text = answer.body.string;
  const type = answer.headers.get("content-type") ?? "application/json; charset=utf-8";
  // GraphQL over HTTP, section 6.4.1: a well-formed request is answered with 200 when the client reads application/json.
  const legacy = answer.status === 400 && type.startsWith("application/json") && WELL_FORMED.test(text);
  const status = legacy && request.headers.accept !== undefined ? 200 : (answer.status ?? 200);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" }).end(text);
}

function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { allow: "GET, POST" }).end();
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof UnreadableBody) {
    const errors = [{ message: error.message, extensions: { code: error.code, message: error.sentence } }];
    // The rest of the body stays unread, so the connection cannot be used again.
    const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
    response.writeHead(error.status, headers).end(JSON.stringify({ errors }));
  } else if (error instanceof GraphQLError) {
    response
      .writeHead(400, { "content-type": "application/json; charset=utf-8" })
      .end(JSON.stringify({ errors: [shown(error)] }));
  } else throw error;
}

/** An error from before Apollo, in the form that Apollo's errors have. */
function shown({ message, extensions }: GraphQLError): object {
  return { message, extensions: { code: extensions.code, message: extensions.message } };
}
