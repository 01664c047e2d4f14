import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import type { Class, Graph } from "../model.js";
import { searchRootsOf } from "../search/search-roots.js";
import { connectionTypeOf } from "./connection-type.js";
import { linkFieldsOf } from "./links.js";
import { NodeRoots } from "./node-roots.js";
import { rootsOf } from "./roots.js";

/** TypeGraphQL looks in this list for every resolver of every field; in a plain array that takes a third of making the schema. */
class Listed extends Array<Class> {
  private readonly all = new Set<unknown>(this);

  override includes(resolver: Class): boolean {
    return this.all.has(resolver);
  }
}

/** The GraphQL schema of a graph: everything that follows from its kinds, and the computed fields given beside them. */
export function schemaOf(graph: Graph, computed: readonly Class[] = []): GraphQLSchema {
  const derived = graph.kinds.flatMap((kind) => [
    rootsOf(kind),
    linkFieldsOf(kind),
    ...connectionTypeOf(kind).resolvers,
  ]);
  const resolvers = new Listed(NodeRoots, ...searchRootsOf(graph), ...derived, ...computed);
  const orphanedTypes = graph.kinds.map((kind) => kind.target as never);
  // The check would ask the schema for itself, at every start; Apollo validates it as well, and so do the tests.
  return buildSchemaSync({
    // TypeGraphQL's type for classes is that of functions.
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    orphanedTypes,
    validate: false,
    skipCheck: true,
  });
}
