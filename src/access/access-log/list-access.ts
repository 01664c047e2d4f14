import type { Database } from "../../platform/database/database.js";
import { BadUserInput } from "../../platform/errors.js";
import type { AccessEntry, AccessEvent } from "./entry.js";

/** Which accesses to show, the latest first. */
export interface AccessPage {
  /** How many, 1 to 500; absent: 50. */
  readonly first?: number | null;
  /** Id of the entry after which to go on. */
  readonly after?: string | null;
  readonly actor?: string | null;
  readonly event?: AccessEvent | null;
  /** UUID of the person that it was about. */
  readonly subject?: string | null;
}

const MOST = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Accesses as they were written down, the latest first. Throws BadUserInput. */
export function listAccess(database: Database, page: AccessPage): Promise<AccessEntry[]> {
  const { after = null, actor = null, event = null, subject = null } = page;
  const first = page.first ?? 50;
  if (first < 1 || first > MOST) throw wrong("first", `1 to ${MOST}`, `1 bis ${MOST}`);
  if (after !== null && !UUID.test(after)) throw wrong("after", "the id of an entry", "die Kennung eines Eintrags");
  return database.query<AccessEntry>({
    text: `SELECT id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, event, actor, role,
      operation, document, kinds, subject::text, purpose FROM access_log
      WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR actor = $2) AND ($3::text IS NULL OR event = $3)
        AND ($4::uuid IS NULL OR subject = $4)
      ORDER BY id DESC LIMIT $5`,
    values: [after, actor, event, subject, first],
  });
}

const wrong = (attribute: string, en: string, de: string): BadUserInput =>
  new BadUserInput({ en: `Expected: ${en}.`, de: `Erwartet: ${de}.` }, { attribute });
