import type { GraphQLSchema } from "graphql";
import { computedFields, graph } from "../domain/index.js";
import { schemaOf } from "../graph/schema/schema-of.js";
import { apiResolvers } from "./resolvers.js";

/** The schema that is served: the kinds, their computed fields, and what the API offers beside them. Made anew with every call. */
export const apiSchema = (): GraphQLSchema => schemaOf(graph, [...computedFields, ...apiResolvers]);
