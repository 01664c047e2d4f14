import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { ANONYMOUS } from "../access/viewer.js";
import type { Graph } from "../graph/model.js";
import type { GraphContext } from "../graph/resolve/context.js";
import type { Database } from "../platform/database/database.js";
import type { Log } from "../platform/log.js";
import { formatErrorWith } from "./errors/format-error.js";
import { stringifyResult } from "./http/stringify.js";
import { sizeRule } from "./limits/size-rule.js";
import { textRule } from "./limits/text-rule.js";
import { type Path, planning } from "./planning.js";

/** What the GraphQL server is made of. */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly graph: Graph;
  readonly database: Database;
  readonly log: Log;
  readonly development: boolean;
  /** Counts operations by the way they were answered. */
  readonly counted?: (path: Path) => void;
}

/** Tokens that a document may have; graphql-js validates longer ones in quadratic time. */
const MAX_TOKENS = 1000;

/** The Apollo server over the graph, started. Documents are measured before anything of them runs. */
export async function startApollo({
  schema,
  log,
  development,
  counted = () => undefined,
}: GraphqlParts): Promise<ApolloServer<GraphContext>> {
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: true,
    csrfPrevention: false, // POST takes application/json only and GET only reads: both are safe from foreign pages
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [sizeRule, textRule],
    formatError: formatErrorWith(log),
    stringifyResult,
    plugins: [planning({ log, development, counted })],
    logger: log,
  });
  await server.start();
  return server;
}

/** What one request knows: who asks, and a fresh set of loaders. */
export function contextOf({ graph, database }: GraphqlParts): GraphContext {
  return { graph, database, viewer: ANONYMOUS, loaders: new Map(), read: {} };
}
