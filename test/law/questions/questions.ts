import type fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import type { Graph } from "../../../src/graph/model.js";
import { printed } from "./print.js";
import { type Knowledge, roots } from "./roots.js";

/** A query with its variables, as a client would send it. */
export interface RandomQuestion {
  readonly query: string;
  /** Nothing to vary: one empty set. Otherwise several sets of variables for the same document: a plan made for one is used for the next. */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

/** The same variables with other values in the same places, as the next user of a saved question would send. */
function varied(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") {
    if (/^[A-Z][A-Z0-9_]+$|[@:]|^$|_[0-9a-f]{8}-/.test(value)) return value;
    if (/^\d{4}(-\d\d)?$/.test(value)) return `${value}-05`.slice(0, 7);
    return /^[\d.-]+$/.test(value) ? value : `${value}e`;
  }
  if (Array.isArray(value)) return value.map(varied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, varied(each)]));
}

/** Random valid questions to a graph; a failing one shrinks to its smallest form. */
export const questions = (graph: Graph, schema: GraphQLSchema, known: Knowledge): fc.Arbitrary<RandomQuestion> =>
  roots(graph, known).map((fields) => {
    const { query, variables, others } = printed(fields, schema);
    const fixed = Object.keys(variables).length === 0;
    const sets = fixed ? [{}] : [variables, varied(variables), others, variables];
    return { query, variables: JSON.parse(JSON.stringify(sets)) as RandomQuestion["variables"] };
  });
