import { writeFile } from "node:fs/promises";
import { printedSchema } from "./declared/printed-schema.js";

/** Writes schema/schema.graphql, to be reviewed and committed with every change of the contract. */
await writeFile("schema/schema.graphql", printedSchema());
