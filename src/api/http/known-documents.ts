import { LRUCache } from "lru-cache";
import type { Question } from "../../graph/plan/planner.js";
import type { Asked } from "../watch/note.js";

/** A document that has been parsed, validated and measured, and one of its operations. */
export interface KnownDocument extends Omit<Question, "variables"> {
  readonly asked: Asked;
}

/** Documents that are remembered at a time. */
const MOST = 2_000;

/** Documents that have been answered by a plan: asked again, they need neither parsing nor validating. */
export class KnownDocuments {
  private readonly known = new LRUCache<string, KnownDocument>({ max: MOST });

  find(query: string, operationName: string | undefined): KnownDocument | undefined {
    return this.known.get(keyOf(query, operationName));
  }

  remember(query: string, operationName: string | undefined, known: KnownDocument): void {
    this.known.set(keyOf(query, operationName), known);
  }
}

const keyOf = (query: string, operationName: string | undefined): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;
