import fc from "fast-check";
import type { Database } from "../../../src/platform/database/database.js";
import { agree } from "../agree.js";
import type { Field } from "../questions/field.js";
import { printed } from "../questions/print.js";
import { asRoles, ROLES } from "./as-roles.js";
import { changes } from "./changes.js";

/** How often, drawn from which seed, and what is asked besides after every change. */
interface Rounds {
  readonly runs: number;
  readonly seed: number;
  readonly also?: string;
}

/** By turns some changes in one transaction and a question with two sets of variables: both paths agree, for every role. */
export const agreeThroughChanges = (
  database: Database,
  questions: fc.Arbitrary<Field>,
  { runs, seed, also }: Rounds,
): Promise<void> =>
  asRoles(database, async (paths) => {
    const { schema } = paths.get("PUBLIC")!;
    const question = questions.map((field) => printed([field], schema));
    const drawn = [fc.array(changes, { minLength: 1, maxLength: 4 }), question, fc.constantFrom(...ROLES)] as const;
    const property = fc.asyncProperty(...drawn, async (made, { query, variables, others }, role) => {
      await database.transaction(async (connection) => {
        for (const each of made) await connection.query(each);
      });
      for (const each of [variables, others]) await agree(paths.get(role)!, query, each);
      if (also) await agree(paths.get(role)!, also, {});
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  });
