import { lexicographicSortSchema, printSchema } from "graphql";
import { apiSchema } from "../../src/api/schema.js";

/** The contract as clients see it, in SDL and in an order that does not depend on the code. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(apiSchema()))}\n`;
