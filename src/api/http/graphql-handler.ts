import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import { rightsOf } from "../../access/rights.js";
import { bufferOf } from "../../platform/utf8.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { Computed, Fresh, ResponseCache } from "../cache/response-cache.js";
import type { Asked } from "../privacy/asked.js";
import type { DocumentGate } from "../documents/document-gate.js";
import { bodyOfSearch, type GraphqlRequest } from "../documents/request-document.js";
import type { RequestLimits } from "../limits/request-limits.js";
import { checkVariables } from "../limits/variables.js";
import type { Path } from "../planning.js";
import type { Note, Noted } from "../watch/note.js";
import type { Answering } from "../watch/observed.js";
import { jsonOf, textBody } from "./body.js";
import { endOfTurn } from "./end-of-turn.js";
import { expressLane } from "./express-lane.js";
import { sendKept } from "./kept.js";
import { refuse } from "./refuse.js";
import { type Answer, bodyOfData, contentTypeOf, JSON_TYPE, send } from "./send.js";
import type { KnownDocuments } from "./known-documents.js";

/** What a handler stands on. */
export interface HandlerParts {
  readonly apollo: ApolloServer<GraphContext>;
  /** What a request knows, who asks among it; throws a coded error before anything of the request runs. */
  readonly context: (request: IncomingMessage) => GraphContext | Promise<GraphContext>;
  /** Answers that may be sent again; absent: every question is computed. */
  readonly cache?: ResponseCache;
  readonly counted?: (path: Path) => void;
  readonly limits: RequestLimits;
  /** Whether clients may ask for a path and for an explanation; else nobody further on hears that they do. */
  readonly development: boolean;
  /** Documents that need no Apollo any more. */
  readonly known?: KnownDocuments;
  /** Writes down what has to be known of an answer before it goes out: who reads data on people. */
  readonly noted?: (asked: Asked, tables: Iterable<string>) => Promise<void>;
  /** Which documents are let in; absent: all. */
  readonly gate?: DocumentGate;
}

/** Answers GraphQL over HTTP on node:http: POST with JSON, GET for queries, nothing else. */
export function graphqlHandler(parts: HandlerParts): Answering {
  return async (request, response, note) => {
    try {
      if (request.method !== "POST" && request.method !== "GET") return notAllowed(response);
      if (!parts.development) forgetWishes(request);
      const known = parts.context(request);
      await answer(parts, noted(known instanceof Promise ? await known : known, note), request, response);
    } catch (error) {
      refuse(response, error, note, parts.limits);
    }
  };
}

async function answer(
  parts: HandlerParts,
  context: Noted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const question = questionOf(parts, context, request, body);
  const key = parts.cache && keyOf(request, body, context);
  const kept = key === undefined ? undefined : await parts.cache?.find(key);
  const noteReads = (tables: Iterable<string>) => parts.noted?.({ request, body, viewer: context.viewer }, tables);
  if (kept) {
    await noteReads(kept.tables);
    parts.counted?.("cached");
    Object.assign(context.note, { asked: kept.asked, path: "cached" });
    return sendKept(request, response, kept);
  }
  const compute = (): Promise<Fresh<Answer>> =>
    inTurn(context, () => (response.destroyed ? goneAway() : execute(parts, context, request, question())));
  // Whoever asks by GET is told at once by what tag they may ask again.
  const fresh: Computed<Answer> =
    key !== undefined && parts.cache
      ? await parts.cache.compute(key, compute, request.method === "GET")
      : await compute();
  await noteReads(tablesRead(context));
  // What a kept answer tells of its path is true of the next one only.
  if (fresh.kept && request.headers["stadtgraph-explain"] === undefined) return sendKept(request, response, fresh.kept);
  await endOfTurn();
  send(request, response, fresh.answer);
}

function forgetWishes({ headers }: IncomingMessage): void {
  for (const name of ["stadtgraph-explain", "stadtgraph-path"])
    if (headers[name] !== undefined) headers[name] = undefined;
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
  // JSON has no line breaks of its own, and neither has a header, so no one's rights can be told in another's words.
  const key = `${rightsOf(viewer)}\n${headers.accept ?? ""}\n${String(headers["stadtgraph-explain"] ?? "")}\n${question}`;
  return key.length <= 500 ? key : hash("sha256", key, "base64");
}

/** Everything that an answer was read from, whichever path gave it. */
const tablesRead = ({ read: { tables, resolved } }: GraphContext): string[] => [...(tables ?? []), ...(resolved ?? [])];

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
      keep: tables && { body: () => bufferOf(bodyOfData(quick)), contentType: JSON_TYPE, tables, asked },
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
  const text = answer.body.kind === "complete" ? answer.body.string : undefined;
  const keep =
    tables && text !== undefined
      ? { body: () => Buffer.from(text), contentType: contentTypeOf(answer), tables, asked: contextValue.note.asked }
      : undefined;
  return { answer, keep };
}

function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { allow: "GET, POST" }).end();
}
