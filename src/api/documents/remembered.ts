import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** Bytes that remembered documents may take up, as `weightOf` counts them. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Bytes that the tree and the tokens of a small document take up. */
const TREE = 8_192;

/** About how many bytes a document holds on to: its text, which may be nearly all comment, and a tree that grows with it. */
const weightOf = (text: string): number => TREE + 2 * text.length;

/** A memory for what belongs to documents, bounded by the bytes of their texts; least recently used first out. */
export const rememberedByText = <Value extends object>(): LRUCache<string, Value> =>
  new LRUCache<string, Value>({ maxSize: MOST_BYTES, sizeCalculation: (_, text) => weightOf(text) });

/**
 * Remembers what Apollo has parsed and validated, by text: asked again, it is neither. Apollo's own `documentStore` counts a tree as JSON, and so lets texts fill the
 * memory that are long and say little; given another store, it prints the whole schema and hashes it at every start.
 */
export function rememberDocuments(): ApolloServerPlugin {
  const kept = rememberedByText<DocumentNode>();
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
