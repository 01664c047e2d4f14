import type { DocumentMode } from "../../../platform/documents-environment.js";

/** What is known of a token for a program: everything but its secret. Times are RFC 3339 in UTC. */
export interface ServiceToken {
  readonly id: string;
  /** What it is for. */
  readonly name: string;
  /** Kinds that it may read; null = all. */
  readonly kinds: readonly string[] | null;
  readonly mayExport: boolean;
  /** Operation names and SHA-256 of the documents that it may ask; null = all that the server trusts. */
  readonly documents: readonly string[] | null;
  /** What happens to other documents; null = as the server is set. */
  readonly documentMode: DocumentMode | null;
  /** Who made it. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** To the minute; null = never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

const instant = (column: string, name: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "${name}"`;

/** The columns of a ServiceToken, for SELECT and RETURNING. */
export const COLUMNS = [
  `id, name, kinds, may_export AS "mayExport", documents, document_mode AS "documentMode", created_by AS "createdBy"`,
  instant("created_at", "createdAt"),
  instant("expires_at", "expiresAt"),
  instant("last_used_at", "lastUsedAt"),
  instant("revoked_at", "revokedAt"),
].join(", ");
