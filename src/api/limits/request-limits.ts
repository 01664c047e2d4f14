import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { DocumentLimits } from "./size-rule.js";

/** What one request may ask for; the numbers come from the environment. */
export interface RequestLimits extends DocumentLimits {
  /** Tokens that a document may have; graphql-js validates longer ones in quadratic time. */
  readonly tokens: number;
  /** Estimated cost, see `costOf`. */
  readonly cost: number;
  /** Milliseconds that one statement may take. */
  readonly statementTimeout: number;
}

interface Told {
  readonly errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Lets `extensions.cost` of an answer tell all limits where one of them was met: who has to ask otherwise wants to know how far the others are. */
export function withLimits<Answer extends Told>(answer: Answer, limits: RequestLimits): Answer {
  if (!answer.errors?.some((error) => isOfLimit(error, limits))) return answer;
  const { cost, ...others } = answer.extensions ?? {};
  return { ...answer, extensions: { ...others, cost: { ...(cost as object | undefined), limits } } };
}

const CODES: readonly unknown[] = ["LIMIT_EXCEEDED", "SERVICE_UNAVAILABLE"];

const isOfLimit = ({ extensions = {} }: GraphQLFormattedError, limits: RequestLimits): boolean =>
  CODES.includes(extensions.code) && Object.hasOwn(limits, String(extensions.attribute));

/** `withLimits` for all that Apollo answers. */
export const tellLimits = (limits: RequestLimits): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === "single") body.singleResult = withLimits(body.singleResult, limits);
        return Promise.resolve();
      },
    }),
});
