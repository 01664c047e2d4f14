import type { Files } from "./house.js";

/** A file that breaks exactly one rule. */
export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly text: string;
  /** What else must be there for the file to break the rule; sound in itself. */
  readonly beside?: Files;
}

/** The files of these violations, over those of a sound house. */
export const plantedIn = (sound: Files, violations: readonly Violation[]): Files =>
  Object.assign({}, sound, ...violations.map(({ path, text, beside }) => ({ ...beside, [path]: text }))) as Files;

/** What a guard must say about these violations, in an order that does not depend on the guard. */
export const findingsOf = (violations: readonly Violation[]): string[] =>
  violations.map(({ path, rule }) => `${path}: ${rule}`).sort();
