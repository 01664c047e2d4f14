import type { GraphContext } from "../../graph/resolve/context.js";

/** Which operation of which document was asked. */
export interface Asked {
  /** Its name, where it has one. */
  readonly operation?: string;
  /** The SHA-256 of the document, as persisted and trusted documents have it. */
  readonly document?: string;
}

/** What figures and log tell of one request, noted by those who come to know it. Nothing of it is a value that somebody sent. */
export interface Note {
  asked?: Asked;
  /** Absent: nothing was executed. */
  path?: "planned" | "resolved" | "cached";
  /** The codes of its errors, each once. */
  codes?: readonly string[];
}

/** A context that carries the note of its request. */
export interface Noted extends GraphContext {
  readonly note: Note;
}

/** The note of the request that a context belongs to; one that nobody reads where there is none. */
export const noteIn = (context: GraphContext): Note => (context as Partial<Noted>).note ?? {};
