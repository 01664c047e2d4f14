/** What was done with data: people's were read, data were taken along, a person was told what is held, a person was erased. */
export type AccessEvent = "READ" | "EXPORT" | "REPORT" | "ERASURE";

/** One access to data: who, what, when and why; nothing of the data themselves. */
export interface AccessEntry {
  readonly id: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly event: AccessEvent;
  /** Who, as the provider or the token names it. */
  readonly actor: string;
  readonly role: string;
  /** Name of the operation, as the client calls it. */
  readonly operation: string | null;
  /** SHA-256 of the document that was asked, or the id that stood for it. */
  readonly document: string | null;
  /** Kinds whose rows were read. */
  readonly kinds: readonly string[];
  /** UUID of the one person that it was about. */
  readonly subject: string | null;
  /** Why, in the words of who asked. */
  readonly purpose: string | null;
}
