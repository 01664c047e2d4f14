import type { Buffer } from "node:buffer";
import type { Database } from "../../../platform/database/database.js";
import type { DocumentMode } from "../../../platform/documents-environment.js";
import type { Log } from "../../../platform/log.js";
import type { Viewer } from "../../viewer.js";
import { WrongToken } from "../wrong-token.js";
import { isSecretOf, partsOf } from "./secret.js";

interface Found {
  readonly hash: Buffer;
  readonly kinds: string[] | null;
  readonly export: boolean;
  readonly documents: string[] | null;
  readonly mode: DocumentMode | null;
  readonly valid: boolean;
  /** Whether its use was last noted more than a minute ago. */
  readonly due: boolean;
}

const FIND = `SELECT hash, kinds, may_export AS export, documents, document_mode AS mode, revoked_at IS NULL AND expires_at > now() AS valid,
  last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS due
  FROM service_token WHERE id = $1`;

const NOTE = `UPDATE service_token SET last_used_at = now()
  WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

/** The viewer that a service token stands for. Throws WrongToken unless it is known, not revoked and not expired: looked up every time, so revoking it works at once. */
export async function viewerOfServiceToken(
  token: string,
  { database, log }: { readonly database: Database; readonly log: Log },
): Promise<Viewer> {
  const parts = partsOf(token);
  if (!parts) throw new WrongToken("service token");
  const [found] = await database.query<Found>({ text: FIND, values: [parts.id], name: "service-token" });
  const known = isSecretOf(parts.secret, found?.hash);
  if (!found || !known || !found.valid) throw new WrongToken("service token");
  if (found.due) note(parts.id, database, log);
  return {
    role: "SERVICE",
    subject: `sg_${parts.id}`,
    departments: [],
    scopes: { kinds: found.kinds ?? "ALL", export: found.export },
    documents: found.mode ? { mode: found.mode, only: found.documents ?? undefined } : undefined,
  };
}

/** Nobody waits for it, and nobody is refused because it fails. */
function note(id: string, database: Database, log: Log): void {
  database.query({ text: NOTE, values: [id] }).catch((error: unknown) => {
    log.warn({ err: error }, "the use of a service token could not be noted");
  });
}
