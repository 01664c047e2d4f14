import { identifierOf, type Identify } from "../../src/access/identity/identifier.js";
import { DataVersions } from "../../src/api/cache/data-versions.js";
import { ResponseCache } from "../../src/api/cache/response-cache.js";
import { documentsOf } from "../../src/api/documents/documents.js";
import { doorOf } from "../../src/api/door/door.js";
import { contextsOf, startApollo } from "../../src/api/graphql.js";
import { readinessOf } from "../../src/api/health.js";
import { KnownDocuments } from "../../src/api/http/known-documents.js";
import { graphqlHandler } from "../../src/api/http/graphql-handler.js";
import { notingReads } from "../../src/api/privacy/noting-reads.js";
import { apiSchema } from "../../src/api/schema.js";
import { pages } from "../../src/api/pages.js";
import type { Path } from "../../src/api/planning.js";
import { startServer } from "../../src/api/server.js";
import { observed } from "../../src/api/watch/observed.js";
import { graph } from "../../src/domain/index.js";
import type { Database } from "../../src/platform/database/database.js";
import type { DocumentsEnvironment } from "../../src/platform/documents-environment.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { createLog, type Log } from "../../src/platform/log.js";
import { type TestDatabase, testDatabase } from "./database.js";

/** The whole server over a database of a test's own, on a free port. */
export interface TestServer extends TestDatabase {
  readonly endpoint: string;
  readonly origin: string;
  /** Sends a GraphQL request as JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

const silent = createLog({ logLevel: "silent" } as never);

/** What a test may want to be otherwise. */
export interface TestServerOptions {
  /** Tells who asks; absent: nobody can sign in but by a service token. */
  readonly identifying?: (database: Database) => Identify;
  /** Hears of every operation that is answered. */
  readonly counted?: (path: Path) => void;
  /** What is otherwise than in an empty environment. */
  readonly documents?: Partial<DocumentsEnvironment>;
  /** Where it tells what it does; absent: nowhere. */
  readonly log?: Log;
  /** Whether answers are kept; they are unless this says no. */
  readonly cached?: boolean;
  /** Where its data come from; absent: a migrated, empty database. */
  readonly data?: () => Promise<TestDatabase>;
  /** Variables of the environment that are not the preset. */
  readonly settings?: Record<string, string>;
}

/** Starts the server as main does, without seeds. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { identifying, counted, log = silent, cached = true, data = testDatabase, settings = {} } = options;
  const made = await data();
  const { serving: database } = made;
  const identify = identifying?.(database) ?? identifierOf({ environment: { oidc: undefined }, database, log });
  const schema = apiSchema();
  const environment = readEnvironment({ PORT: "0", ...settings });
  const documents = documentsOf({ settings: { ...environment.documents, ...options.documents }, schema, log });
  const door = doorOf({ environment, database, identify, log });
  const parts = {
    schema,
    graph,
    database,
    log,
    development: environment.nodeEnv !== "production",
    limits: environment.limits,
    counted,
    known: new KnownDocuments(),
    documents,
  };
  const apollo = await startApollo(parts);
  const answer = graphqlHandler({
    ...parts,
    apollo,
    noted: notingReads(database, graph),
    gate: documents.gate,
    context: contextsOf({ graph, trusted: documents.trusted }, door.admit),
    cache: cached ? new ResponseCache(new DataVersions(database)) : undefined,
  });
  const server = await startServer({
    environment,
    log,
    door,
    graphql: observed(answer, []),
    pages: pages("web/dist"),
    ready: readinessOf(database),
  });
  const endpoint = `${server.url}/graphql`;
  const close = async () => {
    await server.stop();
    await apollo.stop();
    await made.close();
  };
  return { ...made, endpoint, origin: server.url, post: postingTo(endpoint), close };
}

const postingTo =
  (endpoint: string): TestServer["post"] =>
  (body, headers = {}) =>
    fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
