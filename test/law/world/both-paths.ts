import { HeaderMap } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { ANONYMOUS, type Viewer } from "../../../src/access/viewer.js";
import { TrustedDocuments } from "../../../src/api/documents/trusted-documents.js";
import { contextOf, startApollo } from "../../../src/api/graphql.js";
import type { Path } from "../../../src/api/planning.js";
import type { Class, Graph } from "../../../src/graph/model.js";
import { schemaOf } from "../../../src/graph/schema/schema-of.js";
import { overheard } from "../../support/database.js";
import type { Database } from "../../../src/platform/database/database.js";
import { readEnvironment } from "../../../src/platform/environment.js";
import { createLog } from "../../../src/platform/log.js";

/** The bytes of an answer, the way it took, and what it cost. */
export interface Bytes {
  readonly text: string;
  readonly paths: readonly Path[];
  readonly statements: readonly string[];
}

/** A graph that can be asked on either path, through the whole of Apollo. */
export interface BothPaths {
  readonly schema: GraphQLSchema;
  /** Asks as the viewer for whom it was made, or as another one. */
  answer(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    path: "planned" | "resolved",
    as?: Viewer,
  ): Promise<Bytes>;
  stop(): Promise<void>;
}

/** Makes a graph that can be asked on either path, as in development. */
export async function bothPaths(
  graph: Graph,
  computed: readonly Class[],
  database: Database,
  viewer: Viewer = ANONYMOUS,
): Promise<BothPaths> {
  const log = createLog({ logLevel: "silent" } as never);
  const schema = schemaOf(graph, computed);
  let paths: Path[] = [];
  let statements: string[] = [];
  const counting = overheard(database, ({ text }) => void statements.push(text));
  const parts = {
    schema,
    graph,
    database: counting,
    log,
    development: true,
    limits: { ...readEnvironment({}).limits, cost: 1e12 },
    counted: (path: Path) => void paths.push(path),
    documents: { settings: readEnvironment({}).documents, trusted: new TrustedDocuments([]) },
  };
  const apollo = await startApollo(parts);
  return {
    schema,
    stop: () => apollo.stop(),
    answer: async (query, variables, path, as = viewer) => {
      [paths, statements] = [[], []];
      const headers = new HeaderMap([
        ["content-type", "application/json"],
        ["stadtgraph-path", path],
      ]);
      const httpGraphQLRequest = { method: "POST", headers, search: "", body: { query, variables } };
      const { body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: () => Promise.resolve(contextOf({ ...parts, trusted: parts.documents.trusted }, as)),
      });
      if (body.kind !== "complete") throw new Error("one answer was expected");
      return { text: body.string, paths, statements };
    },
  };
}
