import { lexicographicSortSchema, printSchema } from "graphql";
import { apiResolvers } from "../../src/api/resolvers.js";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";

/** The contract as clients see it, in SDL and in an order that does not depend on the code. */
export const printedSchema = (): string =>
  `${printSchema(lexicographicSortSchema(schemaOf(graph, [...computedFields, ...apiResolvers])))}\n`;
