import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { GraphQLError } from "graphql";
import { rightsOf } from "../../access/rights.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { Computed, Fresh, ResponseCache } from "../cache/response-cache.js";
import type { Asked } from "../privacy/asked.js";
import type { DocumentGate } from "../documents/document-gate.js";
import { bodyOfSearch, type GraphqlRequest } from "../documents/request-document.js";
import { TooMany } from "../door/too-many.js";
import { checkVariables } from "../limits/variables.js";
import type { Path } from "../planning.js";
import type { Note, Noted } from "../watch/note.js";
import type { Answering } from "../watch/observed.js";
import { jsonOf, textBody, UnreadableBody } from "./body.js";
import { endOfTurn } from "./end-of-turn.js";
import { expressLane } from "./express-lane.js";
import { sendKept } from "./kept.js";
import type { KnownDocuments } from "./known-documents.js";

/** What a handler stands on. */
export interface HandlerParts {
  readonly apollo: ApolloServer<GraphContext>;
  /** What a request knows, who asks among it; throws a coded error before anything of the request runs. */
  readonly context: (request: IncomingMessage) => GraphContext | Promise<GraphContext>;
  /** Answers that may be sent again; absent: every question is computed. */
  readonly cache?: ResponseCache;
  readonly counted?: (path: Path) => void;
  /** Documents that need no Apollo any more. */
  readonly known?: KnownDocuments;
  /** Writes down what has to be known of an answer before it goes out: who reads data on people. */
  readonly noted?: (asked: Asked, tables: Iterable<string>) => Promise<void>;
  /** Which documents are let in; absent: all. */
  readonly gate?: DocumentGate;
}

/** The text of an answer alone, or all that Apollo says of it. */
type Answer = HTTPGraphQLResponse | string;

/** Answers GraphQL over HTTP on node:http: POST with JSON, GET for queries, nothing else. */
export function graphqlHandler(parts: HandlerParts): Answering {
  return async (request, response, note) => {
    try {
      if (request.method !== "POST" && request.method !== "GET") return notAllowed(response);
      const known = parts.context(request);
      const context = noted(known instanceof Promise ? await known : known, note);
      const body = await bodyOf(request);
      const question = questionOf(parts, context, request, body);
      const key = parts.cache && keyOf(request, body, context);
      const kept = key === undefined ? undefined : await parts.cache?.find(key);
      const noteReads = (tables: Iterable<string>) => parts.noted?.({ request, body, viewer: context.viewer }, tables);
      if (kept) {
        await noteReads(kept.tables);
        parts.counted?.("cached");
        note.asked = kept.asked;
        note.path = "cached";
        return await sendKept(request, response, kept);
      }
      const compute = (): Promise<Fresh<Answer>> =>
        inTurn(context, () => (response.destroyed ? goneAway() : execute(parts, context, request, question())));
      const cached = key !== undefined && parts.cache;
      // Whoever asks by GET is told at once by what name they may ask again.
      const fresh: Computed<Answer> = cached
        ? await cached.compute(key, compute, request.method === "GET")
        : await compute();
      await noteReads(tablesRead(context));
      // What a kept answer tells of its path is true of the next one only.
      if (fresh.kept && request.headers["stadtgraph-explain"] === undefined)
        return await sendKept(request, response, fresh.kept);
      await endOfTurn();
      const { answer } = fresh;
      if (typeof answer === "string") response.writeHead(200, PLAIN_HEADERS).end(answer);
      else send(request, response, answer);
    } catch (error) {
      refuse(response, error, note);
    }
  };
}

function noted(context: GraphContext, note: Note): Noted {
  (context as { note?: Note }).note = note;
  return context as Noted;
}

const inTurn = <T>(context: GraphContext, work: () => Promise<T>): Promise<T> =>
  context.inTurn ? context.inTurn(work) : work();

/** Who has gone away while they waited for their turn needs no answer; whoever calls this closes the connection. */
const goneAway = (): Promise<never> => Promise.reject(new Error("The client has gone away"));

const bodyOf = async (request: IncomingMessage): Promise<string | undefined> =>
  request.method === "POST" ? textBody(request) : undefined;

/**
 * What is asked, with its document. Who may not ask everything is refused at once, before what is kept: rights decide what an answer
 * holds, not who may ask for it. For all others the body stays unread until an answer has to be computed.
 */
function questionOf(
  { gate }: HandlerParts,
  { viewer }: GraphContext,
  { url }: IncomingMessage,
  text: string | undefined,
): () => GraphqlRequest {
  const mark = url!.indexOf("?");
  const search = mark < 0 ? "" : url!.slice(mark);
  const look = (): GraphqlRequest => {
    const given = { body: text === undefined ? bodyOfSearch(search) : jsonOf(text), search };
    return gate ? gate.admit(given, viewer) : given;
  };
  if (!gate || gate.isOpenTo(viewer)) return look;
  const question = look();
  return () => question;
}

/** What the answer depends on besides the data; nothing where a header asks for a certain path. */
function keyOf(
  { url, headers }: IncomingMessage,
  body: string | undefined,
  { viewer }: GraphContext,
): string | undefined {
  if (headers["stadtgraph-path"] !== undefined) return undefined;
  const question = body ?? `GET ${url!}`;
  const short = question.length <= 500 ? question : createHash("sha256").update(question).digest("base64");
  // JSON has no line breaks of its own, so no one's rights can be told in another's words.
  return `${rightsOf(viewer)}\n${headers.accept ?? ""}\n${String(headers["stadtgraph-explain"] ?? "")}\n${short}`;
}

/** Everything that an answer was read from, whichever path gave it. */
const tablesRead = ({ read: { tables, resolved } }: GraphContext): string[] => [...(tables ?? []), ...(resolved ?? [])];

const PLAIN_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

async function execute(
  { apollo, known, counted }: HandlerParts,
  contextValue: Noted,
  request: IncomingMessage,
  { body, search }: GraphqlRequest,
): Promise<Fresh<Answer>> {
  checkVariables((body as { variables?: unknown } | undefined)?.variables);
  const quick = known && (await expressLane(known, request, body, contextValue));
  if (quick !== undefined) {
    counted?.("planned");
    const { tables } = contextValue.read;
    const { asked } = contextValue.note;
    return {
      answer: quick,
      keep: tables && { text: quick, contentType: PLAIN_HEADERS["content-type"], tables, asked },
    };
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method!, headers, body, search },
    context: () => Promise.resolve(contextValue),
  });
  const { tables } = contextValue.read;
  const keep =
    tables && answer.body.kind === "complete"
      ? { text: answer.body.string, contentType: contentTypeOf(answer), tables, asked: contextValue.note.asked }
      : undefined;
  return { answer, keep };
}

const contentTypeOf = ({ headers }: HTTPGraphQLResponse): string =>
  headers.get("content-type") ?? "application/json; charset=utf-8";

const WELL_FORMED =
  /"code":"(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT|LIMIT_EXCEEDED|OPERATION_RESOLUTION_FAILURE)"/;

function send(request: IncomingMessage, response: ServerResponse, answer: HTTPGraphQLResponse): void {
  if (answer.body.kind !== "complete") throw new Error("Answers in parts are not offered");
  const text = answer.body.string;
  const type = contentTypeOf(answer);
  // GraphQL over HTTP, section 6.4.1: a well-formed request is answered with 200 when the client reads application/json.
  const legacy = answer.status === 400 && type.startsWith("application/json") && WELL_FORMED.test(text);
  const status = legacy && request.headers.accept !== undefined ? 200 : (answer.status ?? 200);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" }).end(text);
}

function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { allow: "GET, POST" }).end();
}

function refuse(response: ServerResponse, error: unknown, note: Note): void {
  if (error instanceof UnreadableBody) {
    note.codes = [error.code];
    const errors = [{ message: error.message, extensions: { code: error.code, message: error.sentence } }];
    // The rest of the body stays unread, so the connection cannot be used again.
    const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
    response.writeHead(error.status, headers).end(JSON.stringify({ errors }));
  } else if (error instanceof GraphQLError) {
    note.codes = [String(error.extensions.code)];
    const status = error instanceof TooMany ? 429 : (STATUS[note.codes[0]!] ?? 400);
    // RFC 9110, section 11.6.1: 401 says how to do better.
    if (status === 401) response.setHeader("www-authenticate", "Bearer");
    if (error instanceof TooMany) response.setHeader("retry-after", error.retryAfter);
    else if (status === 503) response.setHeader("retry-after", 1);
    response
      .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
      .end(JSON.stringify({ errors: [shown(error)] }));
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
function shown({ message, extensions }: GraphQLError): object {
  return { message, extensions: { code: extensions.code, message: extensions.message } };
}
