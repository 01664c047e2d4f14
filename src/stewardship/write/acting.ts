import { actAs } from "../../access/acting.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import type { Database } from "../../platform/database/database.js";
import { codeOf } from "../../platform/error-code.js";
import { Conflict } from "../../platform/errors.js";

/** SQLSTATEs of a transaction that lost against another one and may win the next time: not serialisable, deadlock, lock not to be had. */
const LOST = new Set(["40001", "40P01", "55P03"]);

/** How often a write that lost is tried. */
const ATTEMPTS = 3;

/**
 * Runs a write in one transaction that knows who acts and why; what it has read before is forgotten, so that what follows reads anew.
 * Tried again when it lost against another write; throws Conflict when it keeps losing, and whatever `work` throws.
 */
export async function acting<T>(
  context: GraphContext,
  reason: string,
  work: (inside: GraphContext) => Promise<T>,
): Promise<T> {
  const { subject: actor = "", role, departments } = context.viewer;
  const attempt = async (transaction: Database): Promise<T> => {
    await actAs(transaction, { actor, role, departments, reason });
    return work({ ...context, database: transaction, loaders: new Map() });
  };
  for (let attempts = 1; ; attempts++)
    try {
      const done = await context.database.transaction(attempt);
      context.loaders.clear();
      return done;
    } catch (error) {
      if (!LOST.has(codeOf(error))) throw error;
      if (attempts === ATTEMPTS) throw busy();
    }
}

const busy = (): Conflict =>
  new Conflict({
    en: "Others are changing the same entry right now. Please try again.",
    de: "Andere ändern gerade denselben Eintrag. Bitte versuchen Sie es noch einmal.",
  });
