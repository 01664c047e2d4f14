import { cpuOf, figuresOf, type ScaleResult } from "./results.js";

/** We may cost this many times the CPU of the limit before the small version fails. */
const MOST = 1.5;

/** Where CPU per request exceeds the limit's by too much: one line a question. Q7 asks the database nothing and has its own measure. */
export function readFailures(result: ScaleResult): string[] {
  return result.questions.flatMap(({ name }) => {
    const [ours, limit] = [figuresOf(result, name, "ours"), figuresOf(result, name, "limit")];
    if (!ours || !limit) return [`${name} was not measured`];
    if (name === "Q7") return [];
    const ratio = cpuOf(ours) / cpuOf(limit);
    return ratio > MOST ? [`${name}: ${ratio.toFixed(2)} times the CPU of the limit; ${MOST} is the most`] : [];
  });
}
