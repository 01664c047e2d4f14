import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation, GraphQLResponse } from "@apollo/server";
import { GraphQLError } from "graphql";
import { Unplannable } from "../graph/plan/asking.js";
import { TooCostly } from "../graph/plan/cost.js";
import { estimate, type Planned } from "../graph/plan/planner.js";
import type { GraphContext } from "../graph/resolve/context.js";
import { codeOf } from "../platform/error-code.js";
import { ServiceUnavailable } from "../platform/errors.js";
import { decoded } from "../platform/utf8.js";
import type { Log } from "../platform/log.js";
import { asksForSchema } from "./documents/asks-for-schema.js";
import type { KnownDocuments } from "./http/known-documents.js";
import { explain, noteStatements } from "./explain.js";
import { PlainJson } from "./http/stringify.js";
import { answerByTracedPlan } from "./watch/traced.js";

/** Which way an operation was answered. */
export type Path = "planned" | "resolved" | "cached" | "failed";

/** SQLSTATE of a statement that would have had to cut its answer short (`too_many` of migration 1). */
const TOO_MANY = "SG001";

type Operation = GraphQLRequestContextResponseForOperation<GraphContext>;

/** What the plugin needs to know from outside. */
export interface PlanningParts {
  readonly log: Log;
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
    requestDidStart: () => {
      let statements: readonly string[] | undefined;
      let cost: number | undefined;
      return Promise.resolve({
        responseForOperation: async (operation) => {
          const forced = headerOf(operation, "stadtgraph-path") === "resolved";
          const way = forced ? tooCostly : attempt;
          const planned = isThere(operation) ? await way(operation, parts) : null;
          if (planned instanceof TooCostly) return refused(operation, planned);
          if (planned instanceof ServiceUnavailable) return unavailable(operation, planned);
          if (planned) return answered(operation, planned, parts);
          parts.counted("resolved");
          if (isThere(operation) && isExplained(operation)) {
            statements = noteStatements(operation.contextValue);
            cost = estimateOf(operation);
          }
          return null;
        },
        willSendResponse: ({ response }) => {
          if (statements)
            explain(response, {
              explain: { path: "resolved", statements: statements.length, cost, sql: statements },
              ...(cost === undefined ? {} : costs({ cost, limit: parts.costLimit })),
            });
          return Promise.resolve();
        },
      });
    },
  };
}

/** Whoever asks the resolvers may not ask for more than others. */
function tooCostly(operation: Operation, { costLimit }: PlanningParts): TooCostly | null {
  const cost = estimateOf(operation) ?? 0;
  return cost > costLimit ? new TooCostly(cost, costLimit) : null;
}

/** Apollo asks even when the document has no operation of the name that was given; its own error follows. */
const isThere = ({ operation }: Operation): boolean => (operation as typeof operation | undefined) !== undefined;

const headerOf = ({ request }: Pick<Operation, "request">, name: string): string | undefined =>
  request.http?.headers.get(name);

async function attempt(
  { schema, document, operation, request, contextValue }: Operation,
  { log, counted, costLimit }: PlanningParts,
): Promise<Planned | TooCostly | ServiceUnavailable | null> {
  const variables = (request.variables ?? {}) as Record<string, unknown>;
  try {
    return await answerByTracedPlan({ schema, document, operation, variables, costLimit }, contextValue);
  } catch (error) {
    if (error instanceof TooCostly || error instanceof ServiceUnavailable) return error;
    if (error instanceof Unplannable || error instanceof GraphQLError || codeOf(error) === TOO_MANY) return null;
    const { requestId } = contextValue;
    log.warn({ err: error, operation: operation.name?.value, requestId }, "the planner failed; the resolvers answer");
    counted("failed");
    return null;
  }
}

/** Too costly for either path. */
function refused({ response }: Operation, { message, extensions }: TooCostly): GraphQLResponse {
  const { ownCode: _, ...told } = extensions;
  const error = { message, extensions: told };
  return {
    http: { ...response.http, status: 400 },
    body: { kind: "single", singleResult: { errors: [error], extensions: costs(extensions) } },
  };
}

/** The resolvers would wait for the same database once more. */
function unavailable({ response }: Operation, { message, extensions }: ServiceUnavailable): GraphQLResponse {
  const { ownCode: _, ...told } = extensions;
  const error = { message, extensions: told };
  return {
    http: response.http,
    body: { kind: "single", singleResult: { errors: [error] } },
  };
}

function costs({ cost, limit }: { cost?: unknown; limit?: unknown }): { cost: object } {
  return { cost: { estimated: cost, limit } };
}

function answered(
  operation: Operation,
  planned: Planned,
  { counted, costLimit, known }: PlanningParts,
): GraphQLResponse {
  counted("planned");
  const { schema, document, operation: asked, request } = operation;
  // What may be told to one viewer and not to another is asked of Apollo every time.
  if (request.query !== undefined && !asksForSchema(document))
    known?.remember(request.query, request.operationName, {
      ...{ schema, document, operation: asked, costLimit },
      asked: { operation: asked.name?.value, document: operation.queryHash },
    });
  operation.contextValue.read.tables = planned.tables;
  const { cost, sql } = planned;
  const explanation = { path: "planned", statements: sql === "" ? 0 : 1, cost, sql };
  const told = { explain: explanation, ...costs({ cost, limit: costLimit }) };
  const extensions = isExplained(operation) ? told : undefined;
  const data = new PlainJson(decoded(planned.data)) as unknown as Record<string, unknown>;
  return {
    http: operation.response.http,
    body: { kind: "single", singleResult: { data, ...(extensions && { extensions }) } },
  };
}

const isExplained = (operation: Operation): boolean => headerOf(operation, "stadtgraph-explain") === "1";

/** The estimated cost of an operation that is left to the resolvers, where it can be told: not of one with wrong variables, which the resolvers come upon and word. */
function estimateOf({ schema, document, operation, request, contextValue }: Operation): number | undefined {
  try {
    return estimate({ schema, document, operation, variables: request.variables ?? {} }, contextValue);
  } catch {
    return undefined;
  }
}
