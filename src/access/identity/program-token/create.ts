import type { Database } from "../../../platform/database/database.js";
import type { DocumentMode } from "../../../platform/documents-environment.js";
import { BadUserInput } from "../../../platform/errors.js";
import { newSecret } from "./secret.js";
import { COLUMNS, type ServiceToken } from "./record.js";

/** What a token is to be. */
export interface ServiceTokenWish {
  /** What it is for: 1 to 100 characters. */
  readonly name: string;
  /** Kinds that it may read; the caller knows which there are. */
  readonly kinds: readonly string[] | "ALL";
  readonly mayExport: boolean;
  /** Operation names and SHA-256 of the documents that it may ask; the caller knows which names there are. Absent: all that the server trusts. */
  readonly documents?: readonly string[] | undefined;
  /** What happens to other documents. Absent: they are refused where `documents` are given, and otherwise the server's setting holds. */
  readonly documentMode?: DocumentMode | undefined;
  /** Days until it expires, 1 to 366. */
  readonly days: number;
  readonly createdBy: string;
}

/** A token that was just made. `secret` is the token itself: shown this once, and known to nobody afterwards. */
export interface CreatedServiceToken {
  readonly token: ServiceToken;
  readonly secret: string;
}

/** Documents that a token's own list may have. */
const MOST_DOCUMENTS = 500;

const isDocument = (word: string): boolean => /^(?:sha256:[0-9a-f]{64}|[_A-Za-z]\w{0,99}|[0-9a-f]{64})$/.test(word);

/** Makes a token. Throws BadUserInput with the attribute that cannot be meant. */
export async function createServiceToken(database: Database, wish: ServiceTokenWish): Promise<CreatedServiceToken> {
  check(wish);
  const { id, token: secret, hash } = newSecret();
  const kinds = wish.kinds === "ALL" ? null : sorted(wish.kinds);
  const documents = wish.documents && sorted(wish.documents.map((each) => each.replace(/^sha256:/, "")));
  const mode = wish.documentMode ?? (documents && "enforce");
  const [token] = await database.query<ServiceToken>({
    text: `INSERT INTO service_token (id, name, hash, kinds, may_export, created_by, expires_at, documents, document_mode)
      VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7), $8, $9) RETURNING ${COLUMNS}`,
    values: [id, wish.name.trim(), hash, kinds, wish.mayExport, wish.createdBy, wish.days, documents, mode],
  });
  return { token: token!, secret };
}

const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort();

function check({ name, kinds, days, documents }: ServiceTokenWish): void {
  if (!/^[^\p{Cc}]{1,100}$/u.test(name.trim()))
    throw new BadUserInput(
      { en: "The name needs 1 to 100 characters.", de: "Der Name braucht 1 bis 100 Zeichen." },
      { attribute: "name" },
    );
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new BadUserInput(
      { en: "A token lives for 1 to 366 days.", de: "Ein Token gilt 1 bis 366 Tage." },
      { attribute: "days" },
    );
  if (kinds.length === 0)
    throw new BadUserInput(
      {
        en: "Name at least one kind, or none at all for every kind.",
        de: "Nennen Sie mindestens eine Art, oder lassen Sie die Angabe weg: dann sind es alle.",
      },
      { attribute: "kinds" },
    );
  if (documents && (documents.length < 1 || documents.length > MOST_DOCUMENTS || !documents.every(isDocument)))
    throw new BadUserInput(
      {
        en: `Name 1 to ${MOST_DOCUMENTS} documents, each by its operation's name or its SHA-256 in hexadecimal.`,
        de: `Nennen Sie 1 bis ${MOST_DOCUMENTS} Abfragen, jede mit dem Namen ihrer Operation oder ihrem SHA-256 in Hexadezimal.`,
      },
      { attribute: "documents" },
    );
}
