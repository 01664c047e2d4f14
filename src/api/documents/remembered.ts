import type { ApolloServerOptions, BaseContext } from "@apollo/server";
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

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** Where Apollo remembers what it has parsed and validated. Its own store counts the tree as JSON, and so lets texts fill the memory that are long and say little. */
export function documentStore(): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ loc }) => weightOf(loc?.source.body ?? ""),
  });
  return {
    get: (hash) => Promise.resolve(kept.get(hash)),
    set: (hash, document) => Promise.resolve(void kept.set(hash, document)),
    delete: (hash) => Promise.resolve(kept.delete(hash)),
  };
}
