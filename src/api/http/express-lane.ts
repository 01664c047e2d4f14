import type { IncomingMessage } from "node:http";
import type { Question } from "../../graph/plan/planner.js";
import type { Utf8 } from "../../platform/utf8.js";
import { ServiceUnavailable } from "../../platform/errors.js";
import { isRecord } from "../documents/request-document.js";
import type { Noted } from "../watch/note.js";
import { answerByTracedPlan } from "../watch/traced.js";
import type { KnownDocument, KnownDocuments } from "./known-documents.js";

/** A body as GraphQL over HTTP has it, before anyone has looked at it. */
interface Body {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

const PLAIN_ACCEPT = new Set([undefined, "*/*", "application/json"]);

/** Whether the headers ask for nothing but JSON in the usual way. A GET that speaks of its body is Apollo's to look at. */
const isPlain = ({ method, headers }: IncomingMessage): boolean =>
  PLAIN_ACCEPT.has(headers.accept) &&
  (method === "POST" || headers["content-type"] === undefined) &&
  headers["stadtgraph-explain"] === undefined &&
  headers["stadtgraph-path"] === undefined;

/** What the parts of a body must be for the express lane; anything else is Apollo's to refuse. */
const isUsual = ({ operationName = null, variables = null, extensions = null }: Body): boolean =>
  extensions === null &&
  (operationName === null || typeof operationName === "string") &&
  (variables === null || isRecord(variables));

/** The question in a body, if its document is known; nothing where the body is unusual in any way. */
function knownQuestion(known: KnownDocuments, body: unknown): (Question & KnownDocument) | undefined {
  if (!isRecord(body) || typeof body.query !== "string" || !isUsual(body)) return undefined;
  const document = known.find(body.query, (body.operationName ?? undefined) as string | undefined);
  return document && { ...document, variables: (body.variables ?? {}) as Record<string, unknown> };
}

/**
 * Answers a question whose document is known by its plan, past Apollo: the value of `data`. Nothing where anything is unusual: Apollo answers then, errors above
 * all. Throws ServiceUnavailable: asking a database again that has not answered would take as long once more.
 */
export async function expressLane(
  known: KnownDocuments,
  request: IncomingMessage,
  body: unknown,
  context: Noted,
): Promise<Utf8 | undefined> {
  const question = isPlain(request) ? knownQuestion(known, body) : undefined;
  if (!question) return undefined;
  context.note.asked = question.asked;
  try {
    const planned = await answerByTracedPlan(question, context);
    if (!planned) return undefined;
    context.read.tables = planned.tables;
    context.note.path = "planned";
    return planned.data;
  } catch (error) {
    if (error instanceof ServiceUnavailable) throw error;
    return undefined; // whatever it is, Apollo comes upon it again and words it
  }
}
