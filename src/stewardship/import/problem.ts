import type { Sentence } from "../../platform/errors.js";
import type { Place } from "./read/row.js";

/** What can be wrong with a file, for programs; people read the sentence. */
export type ReasonCode =
  | "BROKEN_FILE"
  | "UNKNOWN_FILE"
  | "UNKNOWN_COLUMN"
  | "MISSING_COLUMN"
  | "MISSING_VALUE"
  | "UNREADABLE_VALUE"
  | "UNKNOWN_WORD"
  | "UNKNOWN_REFERENCE"
  | "LEFT_OUT"
  | "DUPLICATE_KEY"
  | "CONTRADICTION"
  | "REFUSED";

/** Why a value, a row or a file cannot be taken. */
export interface Reason extends Sentence {
  readonly code: ReasonCode;
}

/** Something that keeps a file from being taken: where, and why. */
export interface Problem {
  readonly place: Place;
  readonly reason: Reason;
}

/** Thrown by a cell reader that cannot read its cell. */
export class CellProblem extends Error {
  override readonly name = "CellProblem";

  constructor(
    readonly column: string | undefined,
    readonly reason: Reason,
  ) {
    super(reason.en);
  }
}
