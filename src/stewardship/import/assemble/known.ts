import type { Kind } from "../../../graph/model.js";

/** What is already there when an import begins, as far as the import may need it. */
export interface Known {
  /** The id of a stored node. */
  readonly idOf: (kind: Kind, key: string) => string | undefined;
  /** The key of the stored source with that address. */
  readonly sourceAt: (url: string) => string | undefined;
}
