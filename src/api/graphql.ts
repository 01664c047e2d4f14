import type { IncomingMessage } from "node:http";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import { assertAllPermitted } from "../access/permission.js";
import type { Viewer } from "../access/viewer.js";
import type { Graph } from "../graph/model.js";
import type { GraphContext } from "../graph/resolve/context.js";
import type { Database } from "../platform/database/database.js";
import type { Log } from "../platform/log.js";
import type { Documents } from "./documents/documents.js";
import { introspection } from "./documents/introspection.js";
import { rememberDocuments } from "./documents/remembered.js";
import { suggestions } from "./documents/suggestions.js";
import type { TrustedDocuments } from "./documents/trusted-documents.js";
import type { Admitted, Door } from "./door/door.js";
import { errorsInOrder } from "./errors/errors-in-order.js";
import { formatErrorWith } from "./errors/format-error.js";
import { noteRequests } from "./errors/request-of-error.js";
import { unavailableStatus } from "./errors/unavailable-status.js";
import { withoutQuoted } from "../platform/secrets.js";
import type { KnownDocuments } from "./http/known-documents.js";
import { stringifyResult } from "./http/stringify.js";
import { type RequestLimits, tellLimits } from "./limits/request-limits.js";
import { sizeRule } from "./limits/size-rule.js";
import { textRule } from "./limits/text-rule.js";
import { type Path, planning } from "./planning.js";
import { noting } from "./watch/noting.js";

/** What the GraphQL server is made of. */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly database: Database;
  readonly log: Log;
  readonly limits: RequestLimits;
  /** Documents that may ask for the schema, and who else may. */
  readonly documents: Pick<Documents, "settings" | "trusted">;
  /** Counts operations by the way they were answered. */
  readonly counted?: (path: Path) => void;
  /** Where documents are remembered that need no Apollo any more. */
  readonly known?: KnownDocuments;
}

/**
 * What Apollo brings along and nobody here uses: a page for browsers made of scripts from elsewhere, hints for caches that know nothing of
 * rights, and traces for its gateway, whose formats take a tenth of a start to load.
 */
const without = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
];

/** The Apollo server over the graph, started. Documents are measured before anything of them runs. Throws StartError for a mutation that says not who may call it. */
export async function startApollo(parts: GraphqlParts): Promise<ApolloServer<GraphContext>> {
  const { schema, log, limits, known, documents, counted = () => undefined } = parts;
  assertAllPermitted(schema);
  const { plugin, suggesting } = suggestions(documents.settings.suggestions);
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: true, // for whom, is decided for each request
    csrfPrevention: false, // POST takes application/json only and GET only reads: both are safe from foreign pages
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    documentStore: null, // `rememberDocuments` is ours
    parseOptions: { maxTokens: limits.tokens },
    executionOptions: { maxCoercionErrors: 10 },
    validationRules: [sizeRule(limits), textRule],
    formatError: formatErrorWith(log, suggesting),
    stringifyResult,
    plugins: [
      rememberDocuments(),
      plugin,
      introspection(documents.settings.introspection, documents.trusted),
      planning({ log, costLimit: limits.cost, counted, known }),
      tellLimits(limits),
      noteRequests,
      ...without,
      errorsInOrder,
      unavailableStatus,
      noting,
    ],
    logger: loggerFor(log),
  });
  await server.start();
  return server;
}

/** Apollo words errors into its sentences, values that they quote among it. */
function loggerFor(log: Log) {
  const as = (level: "debug" | "info" | "warn" | "error") => (message: unknown) =>
    log[level](withoutQuoted(String(message)));
  return { debug: as("debug"), info: as("info"), warn: as("warn"), error: as("error") };
}

/** What one request knows, of the API as well as of the graph. */
export interface RequestContext extends GraphContext {
  readonly trusted: TrustedDocuments;
}

type Way = Pick<RequestContext, "graph" | "database" | "trusted" | "requestId" | "inTurn">;

type Shared = Pick<RequestContext, "graph" | "trusted">;

/** What one request knows: who asks, by which way to the database, and a fresh set of loaders. */
export function contextOf(way: Way, viewer: Viewer): RequestContext {
  const { graph, database, trusted, requestId, inTurn } = way;
  return { graph, database, trusted, viewer, requestId, inTurn, loaders: new Map(), read: {} };
}

/** The same for every request that the door admits. Throws what the door throws. */
export function contextsOf(
  shared: Shared,
  admit: Door["admit"],
): (request: IncomingMessage) => RequestContext | Promise<RequestContext> {
  const { graph, trusted } = shared;
  const contextFor = ({ viewer, share: { database, inTurn }, requestId }: Admitted): RequestContext =>
    contextOf({ graph, trusted, database, requestId, inTurn }, viewer);
  return (request) => {
    const admitted = admit(request);
    return admitted instanceof Promise ? admitted.then(contextFor) : contextFor(admitted);
  };
}
