import { cpuOf, figuresOf, type ScaleResult } from "./results.js";

/** We may cost this many times the CPU of the limit before the small version fails. */
const MOST = 1.5;

/** A question that costs too much, and what is to be said of it. */
export interface TooDear {
  readonly question: string;
  readonly why: string;
}

/** Where CPU per request exceeds the limit's by too much. Q7 asks the database nothing and has its own measure. */
export function tooDearIn(result: ScaleResult): TooDear[] {
  return result.questions.flatMap(({ name }) => {
    const [ours, limit] = [figuresOf(result, name, "ours"), figuresOf(result, name, "limit")];
    if (!ours || !limit) return [{ question: name, why: `${name} was not measured` }];
    if (name === "Q7") return [];
    const ratio = cpuOf(ours) / cpuOf(limit);
    const why = `${name}: ${ratio.toFixed(2)} times the CPU of the limit; ${MOST} is the most`;
    return ratio > MOST ? [{ question: name, why }] : [];
  });
}
