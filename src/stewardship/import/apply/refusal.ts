import { codeOf } from "../../../platform/error-code.js";
import type { Problem, Reason } from "../problem.js";
import { refused } from "../reasons.js";

/** Rows that the database refuses; nothing of this attempt has been kept. */
export class RowsRefused extends Error {
  override readonly name = "RowsRefused";

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ place, reason }) => `${place.file}:${place.line} ${reason.en}`).join("\n"));
  }
}

/** Whether an error says that a value breaks a rule (data exception, integrity constraint, value too large for an index). */
export const isRefusal = (error: unknown): boolean => /^(22|23|54000)/.test(codeOf(error));

/** Foreign keys fail as a consequence when the row that they point to has been refused. */
export const isConsequence = (error: unknown): boolean => codeOf(error) === "23503";

type Meaning = readonly [pattern: RegExp, en: string, de: string];

/** Constraints are named by a rule of the house: their table, what they are about, and their kind. */
const MEANINGS: readonly Meaning[] = [
  [/_(period|validity)$/, "The end lies before the beginning.", "Das Ende liegt vor dem Anfang."],
  [
    /^no_circle_/,
    "Following this link leads back to the row itself.",
    "Dieser Verweis führt im Kreis zum Eintrag zurück.",
  ],
  [/_fkey$/, "It refers to something that is not there.", "Ein Verweis zeigt ins Leere."],
  [/_once_/, "The same is already stated by another row.", "Dasselbe steht schon in einer anderen Zeile."],
  [/_one_lead$/, "The same lead is already stated for this time.", "Diese Federführung gibt es in dieser Zeit schon."],
  [/_ends$/, "It links something to itself.", "Es verweist auf sich selbst."],
];

/** What a refusal of the database means to the person who filled the file. */
export function meaningOf(error: unknown): Reason {
  const { constraint = "", column, table = "" } = error as { constraint?: string; column?: string; table?: string };
  const known = MEANINGS.find(([pattern]) => pattern.test(constraint));
  if (known) return refused(known[1], known[2]);
  const about = constraint.replace(new RegExp(`^${table}_`), "").replace(/_valid$/, "") || column || codeOf(error);
  return refused(`The rule for "${about}" does not hold.`, `Die Regel für „${about}“ ist verletzt.`);
}
