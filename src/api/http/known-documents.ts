import type { Question } from "../../graph/plan/planner.js";
import { rememberedByText } from "../documents/remembered.js";
import type { Asked } from "../watch/note.js";

/** A document that has been parsed, validated and measured, and one of its operations. */
export interface KnownDocument extends Omit<Question, "variables"> {
  readonly asked: Asked;
}

/** Documents that have been answered by a plan: asked again, they need neither parsing nor validating. */
export class KnownDocuments {
  /** By text, then by the name of the operation. */
  private readonly known = rememberedByText<Map<string | undefined, KnownDocument>>();

  find(query: string, operationName: string | undefined): KnownDocument | undefined {
    return this.known.get(query)?.get(operationName);
  }

  remember(query: string, operationName: string | undefined, known: KnownDocument): void {
    const operations = this.known.get(query) ?? new Map<string | undefined, KnownDocument>();
    operations.set(operationName, known);
    this.known.set(query, operations);
  }
}
