import type { Permitted } from "../../access/permission.js";
import type { Power } from "../../access/sight.js";
import type { PublicationState } from "../../graph/declare/node.words.js";

/** A step of a row from one state of publication to another. */
export interface Verb {
  /** What the mutation of a kind is called: `withdraw` and the name of the kind. */
  readonly name: "withdraw" | "publish";
  readonly description: string;
  /** The least role that may do it anywhere. */
  readonly least: Permitted;
  /** What someone must be able to do with the very row; `viewerCan` tells it beforehand. */
  readonly power: Power;
  readonly from: readonly PublicationState[];
  readonly to: PublicationState;
}

/** The steps that every kind knows. What was published stays as a tombstone; nothing is deleted. */
export const VERBS: readonly Verb[] = [
  {
    name: "withdraw",
    description: "zieht den Eintrag zurück; er bleibt erhalten und ist nur noch für die pflegende Stelle zu sehen",
    least: "EDITOR",
    power: "withdraw",
    from: ["DRAFT", "PUBLISHED"],
    to: "WITHDRAWN",
  },
  {
    name: "publish",
    description: "gibt einen Entwurf frei",
    least: "STEWARD",
    power: "review",
    from: ["DRAFT"],
    to: "PUBLISHED",
  },
];
