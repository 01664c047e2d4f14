import type { Database } from "../../../platform/database/database.js";
import { NotFound } from "../../../platform/errors.js";
import { COLUMNS, type ServiceToken } from "./record.js";

/** Ends a token at once and for good; one that was ended before keeps the time of its end. Throws NotFound where there is none. */
export async function revokeServiceToken(database: Database, id: string): Promise<ServiceToken> {
  const [token] = await database.query<ServiceToken>({
    text: `UPDATE service_token SET revoked_at = COALESCE(revoked_at, now()) WHERE id = $1 RETURNING ${COLUMNS}`,
    values: [id],
  });
  if (!token) throw new NotFound({ en: "There is no such token.", de: "Dieses Token gibt es nicht." });
  return token;
}
