import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { DocumentsEnvironment } from "../../platform/documents-environment.js";
import { isFor } from "./introspection.js";

/** The errors whose "Did you mean …" their reader may see; what is not among them loses it. */
export type Suggesting = Pick<WeakSet<object>, "has">;

/** A plugin that notes which errors go to viewers from a role on, and those errors: Apollo words errors without knowing for whom. */
export function suggestions(least: DocumentsEnvironment["suggestions"]): {
  readonly plugin: ApolloServerPlugin<GraphContext>;
  readonly suggesting: Suggesting;
} {
  const suggesting = new WeakSet<object>();
  const plugin: ApolloServerPlugin<GraphContext> = {
    requestDidStart: ({ contextValue }) =>
      Promise.resolve({
        didEncounterErrors: ({ errors }) => {
          if (isFor(least, contextValue.viewer)) for (const error of errors) suggesting.add(error);
          return Promise.resolve();
        },
      }),
  };
  return { plugin, suggesting };
}
