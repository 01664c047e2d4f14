import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { computedFields, graph } from "../src/domain/index.js";
import { schemaOf } from "../src/graph/schema/schema-of.js";

/** Writes schema/schema.graphql: the contract as clients see it, to be reviewed and committed with every change. */
await writeFile("schema/schema.graphql", `${printSchema(lexicographicSortSchema(schemaOf(graph, computedFields)))}\n`);
