import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { mayRead } from "../../access/sight.js";
import type { Viewer } from "../../access/viewer.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { DocumentsEnvironment } from "../../platform/documents-environment.js";
import { Forbidden } from "../../platform/errors.js";
import { asksForSchema } from "./asks-for-schema.js";
import { hashOf, type TrustedDocuments } from "./trusted-documents.js";

/** Whether a viewer is among those that something is for; of nobody, where no role is named. A program counts as staff. */
export const isFor = (least: DocumentsEnvironment["introspection"], viewer: Viewer): boolean =>
  least !== undefined && mayRead(viewer, least);

/**
 * Refuses `__schema` and `__type`, wherever they stand in a document, to viewers below a role, before anything runs. Trusted documents
 * may ask for them: the pages do, for the German names of values.
 */
export function introspection(
  least: DocumentsEnvironment["introspection"],
  trusted: TrustedDocuments,
): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ document, source, contextValue, response: { http } }) => {
          const allowed = isFor(least, contextValue.viewer) || !asksForSchema(document);
          return Promise.resolve(allowed || trusted.withHash(hashOf(source)) ? null : refused(http));
        },
      }),
  };
}

function refused(http: GraphQLResponse["http"]): GraphQLResponse {
  const { message, extensions } = new Forbidden({
    en: "This server does not tell its schema to everybody; it is published as schema/schema.graphql.",
    de: "Dieser Server gibt nicht jedem Auskunft über sein Schema; es ist als schema/schema.graphql veröffentlicht.",
  });
  const error = { message, extensions: { code: extensions.code, message: extensions.message } };
  return { http: { ...http, status: 403 }, body: { kind: "single", singleResult: { errors: [error] } } };
}
