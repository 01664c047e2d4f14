/** What is known of a token for a program: everything but its secret. Times are RFC 3339 in UTC. */
export interface ServiceToken {
  readonly id: string;
  /** What it is for. */
  readonly name: string;
  /** Kinds that it may read; null = all. */
  readonly kinds: readonly string[] | null;
  readonly mayExport: boolean;
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
  `id, name, kinds, may_export AS "mayExport", created_by AS "createdBy"`,
  instant("created_at", "createdAt"),
  instant("expires_at", "expiresAt"),
  instant("last_used_at", "lastUsedAt"),
  instant("revoked_at", "revokedAt"),
].join(", ");
