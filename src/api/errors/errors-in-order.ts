import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { GraphContext } from "../../graph/resolve/context.js";

/**
 * Errors of fields stand in the order of these fields in the document, those of one field in the order of the answer. graphql-js tells first what fails
 * first: the same question would be answered differently from time to time, and the order would say which row took longer to be looked for.
 */
export const errorsInOrder: ApolloServerPlugin<GraphContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === "single" && body.singleResult.errors?.every(({ path }) => path))
          body.singleResult.errors = [...body.singleResult.errors].sort(inOrder);
        return Promise.resolve();
      },
    }),
};

function inOrder(one: GraphQLFormattedError, other: GraphQLFormattedError): number {
  const [places, others] = [placesOf(one), placesOf(other)];
  const at = places.findIndex((place, index) => place !== others[index]);
  const [place, another] = [places[at], others[at]];
  if (typeof place === "number" && typeof another === "number") return place - another;
  return at < 0 ? 0 : String(place) < String(another) ? -1 : 1;
}

/** Where the field stands in the document, then where its value stands in the answer. */
const placesOf = ({ locations = [], path = [] }: GraphQLFormattedError): (number | string)[] => [
  ...locations.slice(0, 1).flatMap(({ line, column }) => [line, column]),
  ...path,
];
