import type { IncomingHttpHeaders } from "node:http";
import { answerByPlan } from "../../graph/plan/planner.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { KnownDocuments } from "./known-documents.js";

/** A body as GraphQL over HTTP has it, before anyone has looked at it. */
interface Body {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

const PLAIN_ACCEPT = new Set([undefined, "*/*", "application/json"]);

/** Answers a question whose document is known by its plan, past Apollo. Nothing where anything is unusual: Apollo answers then, errors above all. */
export async function expressLane(
  known: KnownDocuments,
  headers: IncomingHttpHeaders,
  body: unknown,
  context: GraphContext,
): Promise<string | undefined> {
  const { query, operationName, variables, extensions } = (body ?? {}) as Body;
  if (typeof query !== "string" || extensions != null || !PLAIN_ACCEPT.has(headers.accept)) return undefined;
  if (headers["stadtgraph-explain"] !== undefined || headers["stadtgraph-path"] !== undefined) return undefined;
  if (operationName != null && typeof operationName !== "string") return undefined;
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables))) return undefined;
  const document = known.find(query, operationName ?? undefined);
  if (!document) return undefined;
  try {
    const question = { ...document, variables: (variables ?? {}) as Record<string, unknown> };
    const planned = await answerByPlan(question, context);
    if (!planned) return undefined;
    context.read.tables = planned.tables;
    return `{"data":${planned.text}}\n`;
  } catch {
    return undefined; // whatever it is, Apollo comes upon it again and words it
  }
}
