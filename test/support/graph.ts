import { computedFields, graph } from "../../src/domain/index.js";
import { asking, type TestGraph } from "./asking.js";
import { testDatabase } from "./database.js";

/** The city's graph over a migrated, empty database. */
export async function testGraph(): Promise<TestGraph> {
  const { url, database, serving, close } = await testDatabase();
  return { graph, database, url, close, ...asking(graph, computedFields, serving) };
}
