import { createHash } from "node:crypto";

/** A document that has been looked at before it may be asked: one operation, known by its name and by its hash. */
export interface TrustedDocument {
  /** The name of its one operation. */
  readonly name: string;
  /** SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  readonly text: string;
}

/** The documents that this server trusts. */
export class TrustedDocuments {
  private readonly byHash = new Map<string, TrustedDocument>();
  private readonly byName: ReadonlyMap<string, TrustedDocument>;

  constructor(readonly all: readonly TrustedDocument[]) {
    this.byName = new Map(all.map((each) => [each.name, each]));
    for (const each of all) {
      this.byHash.set(each.hash, each);
      // Pages and editors send a file without its last line break.
      this.byHash.set(hashOf(each.text.trimEnd()), each);
    }
  }

  /** The document whose text has this hash. */
  withHash = (hash: string): TrustedDocument | undefined => this.byHash.get(hash);

  /** The document whose operation has this name. */
  named = (name: string): TrustedDocument | undefined => this.byName.get(name);
}

/** The name of a document that nobody else can have: its SHA-256 in hexadecimal, as Apollo's clients and `sha256sum` have it. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
