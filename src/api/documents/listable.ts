import { BadUserInput } from "../../platform/errors.js";
import type { TrustedDocuments } from "./trusted-documents.js";

/**
 * What a program's own list may hold: names of operations that the server trusts, and hashes of any document. Throws BadUserInput with
 * the first word that is neither.
 */
export function listable(
  trusted: TrustedDocuments,
  words: readonly string[] | null | undefined,
): readonly string[] | undefined {
  const unknown = words?.find((word) => !HASH.test(word) && !trusted.named(word));
  if (unknown === undefined) return words ?? undefined;
  const word = unknown.slice(0, 100);
  throw new BadUserInput(
    {
      en: `"${word}" is neither the name of a stored operation nor a SHA-256 in hexadecimal.`,
      de: `„${word}“ ist weder der Name einer hinterlegten Operation noch ein SHA-256 in Hexadezimal.`,
    },
    { attribute: "documents" },
  );
}

const HASH = /^(?:sha256:)?[0-9a-f]{64}$/;
