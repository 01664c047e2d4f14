import type { ApolloServerPlugin, GraphQLRequestContext } from "@apollo/server";
import type { GraphContext } from "../../graph/resolve/context.js";
import { noteIn } from "./note.js";

/** Notes what Apollo comes to know of a request: its operation, the way it is answered, the codes of its errors. */
export const noting: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ contextValue, operationName, queryHash }) => {
        noteIn(contextValue).asked = { operation: operationName ?? undefined, document: queryHash };
        return Promise.resolve();
      },
      executionDidStart: ({ contextValue }) => {
        noteIn(contextValue).path = "resolved";
        return Promise.resolve();
      },
      willSendResponse: (request) => {
        const note = noteIn(request.contextValue);
        if (request.contextValue.read.tables) note.path = "planned";
        note.codes = codesOf(request);
        return Promise.resolve();
      },
    }),
};

function codesOf({ response: { body } }: GraphQLRequestContext<GraphContext>): readonly string[] | undefined {
  if (body?.kind !== "single" || !body.singleResult.errors) return undefined;
  return [...new Set(body.singleResult.errors.map(({ extensions }) => String(extensions?.code)))];
}
