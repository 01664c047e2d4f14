import type { Kind } from "../../../graph/model.js";
import type { NodeName, Parts } from "../mapping.js";
import type { Problem } from "../problem.js";
import type { Place } from "../read/row.js";

/** Something that a file gives, and where. */
export interface Given<T> {
  readonly value: T;
  readonly place: Place;
}

/** A value of an attribute in the API's own form. */
export type Json = string | null | Parts | readonly (Parts | string)[];

/** The far end of a link as a file writes it: by key, by address for a source, or by kind and key. */
export type Reference = string | NodeName;

/** One of several links is meant: the first whose target has that key. */
export interface Choice extends Given<string> {
  readonly links: readonly string[];
}

/** What an editor concluded about a field, in the API's form. */
export interface Inferred extends Given<string> {
  readonly field: string;
}

/** A record as a row gives it, before anything is known of the records of other rows. */
export interface Draft {
  readonly kind: Kind;
  readonly key: string;
  /** Where it stands; several places once drafts of the same record are merged. */
  readonly places: readonly [Place, ...Place[]];
  /** Whether the row is about this record, rather than just showing that it exists. */
  readonly main: boolean;
  readonly values: ReadonlyMap<string, Given<Json>>;
  /** To one: at most one entry. */
  readonly links: ReadonlyMap<string, Given<readonly Reference[]>>;
  readonly choices: readonly Choice[];
  /** Addresses or words of the sources that the record rests on, the main one first. */
  readonly sources: readonly Given<string>[];
  readonly inferred: readonly Inferred[];
}

/** What a file would give, and what keeps it from being taken. */
export interface FileDrafts {
  readonly name: string;
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
  /** For rows that gave no draft: the kind that they would have been. */
  readonly failed: readonly Kind[];
}

/** What makes two drafts the same record. */
export const identityOf = ({ kind, key }: { kind: { name: string }; key: string }): string => `${kind.name} ${key}`;
