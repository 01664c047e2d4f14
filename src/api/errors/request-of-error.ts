import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphContext } from "../../graph/resolve/context.js";

const requests = new WeakMap<object, string>();

/** Notes to which request an error belongs: Apollo does not say so to whoever words it. */
export const noteRequests: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue: { requestId } }) => {
        if (requestId !== undefined) for (const error of errors) requests.set(error, requestId);
        return Promise.resolve();
      },
    }),
};

/** The id of the request in which an error happened, if it came by HTTP. */
export const requestOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null ? requests.get(error) : undefined;
