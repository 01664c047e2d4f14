import { contextOf, startApollo } from "./api/graphql.js";
import { readinessOf } from "./api/health.js";
import { graphqlHandler } from "./api/http/graphql-handler.js";
import { pages } from "./api/pages.js";
import { startServer } from "./api/server.js";
import { computedFields, graph } from "./domain/index.js";
import { schemaOf } from "./graph/schema/schema-of.js";
import { run } from "./platform/run.js";

/** The composition root: each part is made here, from the parts that it stands on. */
await run(async ({ environment, log, database }, stopLater) => {
  const parts = { schema: schemaOf(graph, computedFields), graph, database, log };
  const apollo = await startApollo(parts);
  stopLater(() => apollo.stop());
  const server = await startServer({
    environment,
    log,
    graphql: graphqlHandler(apollo, () => contextOf(parts)),
    pages: pages("web/dist"),
    ready: readinessOf(database),
  });
  stopLater(() => server.stop());
  log.info(
    `Stadtgraph: ${server.url} (Start), ${server.url}/playground (Abfragen), ${server.url}/graphql (Schnittstelle)`,
  );
});
