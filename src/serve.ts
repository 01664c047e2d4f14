import { identifierOf } from "./access/identity/identifier.js";
import { DataVersions } from "./api/cache/data-versions.js";
import { ResponseCache } from "./api/cache/response-cache.js";
import { documentsOf } from "./api/documents/documents.js";
import { doorOf } from "./api/door/door.js";
import { contextsOf, startApollo } from "./api/graphql.js";
import { readinessOf } from "./api/health.js";
import { KnownDocuments } from "./api/http/known-documents.js";
import { graphqlHandler } from "./api/http/graphql-handler.js";
import { notingReads } from "./api/privacy/noting-reads.js";
import { apiSchema } from "./api/schema.js";
import { pages } from "./api/pages.js";
import { startServer } from "./api/server.js";
import { watchOver } from "./api/watch/watch.js";
import { graph } from "./domain/index.js";
import { requireDeclared } from "./graph/assemble/lacking.js";
import type { Platform } from "./platform/platform.js";
import type { Keep } from "./platform/program/program.js";

/** The composition root: each part is made here, from the parts that it stands on, and ended in reverse. Resolves when the server listens. */
export async function serve({ environment, log, database, connections }: Platform, keep: Keep): Promise<void> {
  await requireDeclared(database, graph);
  if (environment.seeds) {
    const { loadSeeds } = await import("./stewardship/import/load-seeds.js");
    await loadSeeds({ database, graph, folder: environment.seeds, log, output: process.stdout });
  }
  const development = environment.nodeEnv !== "production";
  const { limits } = environment;
  const schema = apiSchema();
  const known = new KnownDocuments();
  const documents = documentsOf({ settings: environment.documents, schema, log });
  const operations = documents.trusted.all.map(({ name }) => name);
  const { counted, observed, metrics } = watchOver({ environment, log, connections, operations });
  const parts = { schema, graph, database, log, development, limits, known, documents, counted };
  const apollo = await startApollo(parts);
  keep(() => apollo.stop());
  const cache = environment.cache ? new ResponseCache(new DataVersions(database)) : undefined;
  const identify = identifierOf({ environment, database, log });
  const door = doorOf({ environment, database, identify, log });
  const context = contextsOf({ graph, trusted: documents.trusted }, door.admit);
  const noted = notingReads(database, graph);
  const handler = graphqlHandler({ ...parts, apollo, context, cache, noted, gate: documents.gate });
  const graphql = observed(handler);
  const ready = readinessOf(database);
  const server = await startServer({ environment, log, door, graphql, pages: pages("web/dist"), ready, metrics });
  keep(() => server.stop());
  log.info(`Startseite ${server.url} · Abfragen ${server.url}/playground · Schnittstelle ${server.url}/graphql`);
}
