import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation, GraphQLResponse } from "@apollo/server";
import { GraphQLError } from "graphql";
import { Unplannable } from "../graph/plan/asking.js";
import { TooCostly } from "../graph/plan/cost.js";
import { answerByPlan, type Planned } from "../graph/plan/planner.js";
import type { GraphContext } from "../graph/resolve/context.js";
import { codeOf } from "../platform/error-code.js";
import type { Log } from "../platform/log.js";
import type { KnownDocuments } from "./http/known-documents.js";
import { PlainJson } from "./http/stringify.js";

/** Which way an operation was answered. */
export type Path = "planned" | "resolved" | "cached" | "failed";

/** SQLSTATE of a statement that would have had to cut its answer short (`too_many` of migration 1). */
const TOO_MANY = "SG001";

type Operation = GraphQLRequestContextResponseForOperation<GraphContext>;

/** What the plugin needs to know from outside. */
export interface PlanningParts {
  readonly log: Log;
  /** Whether clients may ask for a path and for an explanation: never in production. */
  readonly development: boolean;
  /** What an operation may cost at most. */
  readonly costLimit: number;
  /** Counts every operation by the way it was answered. */
  readonly counted: (path: Path) => void;
  /** Where documents are remembered that were answered by a plan. */
  readonly known?: KnownDocuments;
}

/** Answers queries by one statement each; what the planner does not know goes on to the resolvers. A planner that fails is logged and counted, never seen. */
export function planning(parts: PlanningParts): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async (operation) => {
          const forced = parts.development && headerOf(operation, "stadtgraph-path") === "resolved";
          const planned = forced ? null : await attempt(operation, parts);
          if (planned instanceof TooCostly) return refused(operation, planned);
          if (planned) return answered(operation, planned, parts);
          parts.counted("resolved");
          return null;
        },
        willSendResponse: (operation) => {
          explainResolved(operation as never, parts);
          return Promise.resolve();
        },
      }),
  };
}

const headerOf = ({ request }: Pick<Operation, "request">, name: string): string | undefined =>
  request.http?.headers.get(name);

async function attempt(
  { schema, document, operation, request, contextValue }: Operation,
  { log, counted, costLimit }: PlanningParts,
): Promise<Planned | TooCostly | null> {
  // Apollo asks even when the document has no operation of the name that was given; its own error follows.
  if (!(operation as typeof operation | undefined)) return null;
  const variables = (request.variables ?? {}) as Record<string, unknown>;
  try {
    return await answerByPlan({ schema, document, operation, variables, costLimit }, contextValue);
  } catch (error) {
    if (error instanceof TooCostly) return error;
    if (error instanceof Unplannable || error instanceof GraphQLError || codeOf(error) === TOO_MANY) return null;
    log.warn({ err: error, operation: operation.name?.value }, "the planner failed; the resolvers answer");
    counted("failed");
    return null;
  }
}

/** Too costly for either path. */
function refused({ response }: Operation, { message, extensions }: TooCostly): GraphQLResponse {
  const { ownCode: code, ownCode: _, ...told } = extensions;
  const error = { message, extensions: { ...told, code } };
  return {
    http: response.http,
    body: { kind: "single", singleResult: { errors: [error], extensions: costs(extensions) } },
  };
}

function costs({ cost, limit }: { cost?: unknown; limit?: unknown }): Record<string, unknown> {
  return { cost: { estimated: cost, limit } };
}

function answered(
  operation: Operation,
  planned: Planned,
  { development, counted, costLimit, known }: PlanningParts,
): GraphQLResponse {
  counted("planned");
  const { schema, document, operation: asked, request } = operation;
  if (request.query !== undefined)
    known?.remember(request.query, request.operationName, { schema, document, operation: asked, costLimit });
  operation.contextValue.read.tables = planned.tables;
  const explain = development && headerOf(operation, "stadtgraph-explain") === "1";
  const { cost, sql } = planned;
  const told = { explain: { path: "planned", statements: 1, cost, sql }, ...costs({ cost, limit: costLimit }) };
  const extensions = explain ? told : undefined;
  const data = new PlainJson(planned.text) as unknown as Record<string, unknown>;
  return {
    http: operation.response.http,
    body: { kind: "single", singleResult: { data, ...(extensions && { extensions }) } },
  };
}

/** The same explanation for the other path. */
function explainResolved(operation: Operation, { development }: PlanningParts): void {
  const { body } = operation.response as GraphQLResponse;
  if (!development || headerOf(operation, "stadtgraph-explain") !== "1" || body.kind !== "single") return;
  body.singleResult.extensions ??= { explain: { path: "resolved" } };
}
