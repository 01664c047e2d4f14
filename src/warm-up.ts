import { documentsOf } from "./api/documents/documents.js";
import { startApollo } from "./api/graphql.js";
import { KnownDocuments } from "./api/http/known-documents.js";
import { apiSchema } from "./api/schema.js";
import { graph } from "./domain/index.js";
import { createLog } from "./platform/log.js";
import { readEnvironment } from "./platform/environment.js";
import "./platform/platform.js";
import "./serve.js";

/** Does what a start does as long as it asks no database: the build runs it once, to keep what V8 compiles meanwhile. */
export async function warmUp(): Promise<void> {
  const { limits, documents: settings } = readEnvironment({});
  const log = createLog({ logLevel: "silent" });
  const schema = apiSchema();
  const documents = documentsOf({ settings, schema, log });
  const database = undefined as never; // nothing is asked
  const apollo = await startApollo({ schema, graph, database, log, limits, documents, known: new KnownDocuments() });
  await apollo.stop();
}
