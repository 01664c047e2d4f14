import type { Question } from "./question.js";

const asking = { query: "{ __typename }" };

/** What a request costs that asks for nothing. */
export const typename: Question = {
  name: "Q7",
  title: "{ __typename }",
  variables: [{}],
  asked: { ours: asking, postgraphile: asking, plain: asking, limit: { query: "Q7" } },
};
