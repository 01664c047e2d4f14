import type { DocumentMode } from "../platform/documents-environment.js";

/** Roles in rising order of what they may see and do; SERVICE has exactly its scopes. */
export type Role = "PUBLIC" | "STAFF" | "EDITOR" | "STEWARD" | "ADMIN" | "SERVICE";

/** What is agreed with one program about its documents. */
export interface OwnDocuments {
  /** What happens to any other document. */
  readonly mode: DocumentMode;
  /** Names and hashes of its documents; absent: all that the server trusts. */
  readonly only?: readonly string[];
}

/** Who is asking, as far as it decides what is seen and done; every question passes through here. */
export interface Viewer {
  readonly role: Role;
  /** Who, as the provider or the token names it; absent for PUBLIC. */
  readonly subject?: string;
  /** Keys of the departments a claim names; the tree below them is looked up where it is needed. */
  readonly departments: readonly string[];
  /** What a service token may do; absent for people. */
  readonly scopes?: { readonly kinds: readonly string[] | "ALL"; readonly export: boolean };
  /** What a service token may ask; absent for people. */
  readonly documents?: OwnDocuments;
}

/** Someone who has not signed in. */
export const ANONYMOUS: Viewer = { role: "PUBLIC", departments: [] };
