import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import express from "express";
import { buildSchema, graphql } from "graphql";
import { pages } from "../../src/api/pages.js";
import { secure } from "../../src/api/secure.js";
import { stubGraph } from "./stub-graph.js";
import { stubSchema } from "./stub-schema.js";

/** Where the bundle is that `npm run build:web` writes. */
const webRoot = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/** A site under test: its address without a slash at the end, and how to stop it. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** The pages over a stand-in for the graph, or the running server that `WEB_TEST_URL` names. */
export async function openSite(root = webRoot, given = process.env["WEB_TEST_URL"]): Promise<Site> {
  if (given && root === webRoot) return { url: given.replace(/\/$/, ""), close: async () => {} };
  const server = createServer(standIn(root));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** As strict around the pages as the real application is. */
function standIn(root: string): express.Express {
  const app = express();
  app.use(secure, pages(root));
  const schema = buildSchema(stubSchema);
  app.post("/graphql", express.json(), async (request, response) => {
    const { query, variables, operationName } = request.body as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    response.json(
      await graphql({ schema, source: query, rootValue: stubGraph, variableValues: variables, operationName }),
    );
  });
  return app;
}
