import type { Cell } from "../measure/cell.js";
import type { Figures, QuestionResult } from "../report/results.js";
import type { Round } from "./ask-all.js";

/** What all rounds say of each question. The figures of a peer are those of its round with the least CPU: whatever else works on the machine can only add to it. p99 and peak are the worst. */
export function figuresOver(rounds: readonly (readonly Round[])[]): QuestionResult[] {
  return rounds[0]!.map(({ question: { name, title }, without, cells }, at) => {
    const figures = [...cells.keys()].map((peer) => [
      peer,
      overRounds(rounds.map((each) => each[at]!.cells.get(peer)!)),
    ]);
    return { name, title, cells: { ...without, ...(Object.fromEntries(figures) as Record<string, Figures>) } };
  });
}

const cpuPerRequest = ({ nodeCpu, postgresCpu, worked }: Cell): number => (nodeCpu + (postgresCpu ?? 0)) / worked;

function overRounds(rounds: readonly Cell[]): Figures {
  const worst = (value: (cell: Cell) => number) => Math.max(...rounds.map(value));
  const [least] = [...rounds].sort((one, other) => cpuPerRequest(one) - cpuPerRequest(other)) as [Cell];
  return {
    requestsPerSecond: least.requests / least.seconds,
    p50: least.p50,
    p99: worst((cell) => cell.p99),
    nodeCpu: least.nodeCpu / least.worked,
    postgresCpu: least.postgresCpu === undefined ? null : least.postgresCpu / least.worked,
    peak: worst((cell) => cell.peak),
    failed: worst((cell) => cell.failed),
  };
}
