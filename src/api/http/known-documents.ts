import type { DocumentNode } from "graphql";
import type { Question } from "../../graph/plan/planner.js";
import { rememberedByText } from "../documents/remembered.js";
import type { Asked } from "../watch/note.js";

/** A document that has been parsed, validated and measured, and one of its operations. */
export interface KnownDocument extends Omit<Question, "variables"> {
  readonly asked: Asked;
}

/** A document and its operations by their names. */
interface Known {
  readonly document: DocumentNode;
  readonly operations: Map<string | undefined, KnownDocument>;
}

/** Documents that have been answered by a plan: asked again, they need neither parsing nor validating. */
export class KnownDocuments {
  private readonly known = rememberedByText<Known>(({ document }) => document);

  find(query: string, operationName: string | undefined): KnownDocument | undefined {
    return this.known.get(query)?.operations.get(operationName);
  }

  remember(query: string, operationName: string | undefined, known: KnownDocument): void {
    const { document } = known;
    const { operations } = this.known.get(query) ?? { operations: new Map<string | undefined, KnownDocument>() };
    operations.set(operationName, known);
    this.known.set(query, { document, operations });
  }
}
