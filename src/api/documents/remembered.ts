import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";
import { weightOf } from "../../graph/plan/kept/weight.js";

/** Bytes that remembered documents may take up, as `weightOf` counts them. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A memory for what belongs to documents, by their texts, bounded by the bytes of the documents; least recently used first out. */
export const rememberedByText = <Value extends object>(
  documentOf: (value: Value) => DocumentNode,
): LRUCache<string, Value> =>
  new LRUCache<string, Value>({ maxSize: MOST_BYTES, sizeCalculation: (value) => weightOf(documentOf(value)) });

/**
 * Remembers what Apollo has parsed and validated, by text: asked again, it is neither. Apollo's own `documentStore` counts a tree as JSON, and so lets texts fill the
 * memory that are long and say little; given another store, it prints the whole schema and hashes it at every start.
 */
export function rememberDocuments(): ApolloServerPlugin {
  const kept = rememberedByText<DocumentNode>((document) => document);
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveSource: (asked) => {
          // A document that is there already is taken by Apollo as one from its store.
          (asked as { document?: DocumentNode | undefined }).document = kept.get(asked.source);
          return Promise.resolve();
        },
        didResolveOperation: ({ source, document }) => {
          kept.set(source, document);
          return Promise.resolve();
        },
      }),
  };
}
