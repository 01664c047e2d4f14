import type { Cell } from "../measure/cell.js";
import type { Figures } from "../report/results.js";

/** The figures of each peer over its rounds: counts and CPU added up, percentiles and peaks from the worst round. */
export function figuresOver(cells: ReadonlyMap<string, readonly Cell[]>): Record<string, Figures> {
  return Object.fromEntries([...cells].map(([peer, rounds]) => [peer, overRounds(rounds)]));
}

const cpuPerRequest = ({ nodeCpu, postgresCpu, worked }: Cell): number => (nodeCpu + (postgresCpu ?? 0)) / worked;

function overRounds(rounds: readonly Cell[]): Figures {
  const sum = (value: (cell: Cell) => number) => rounds.reduce((total, cell) => total + value(cell), 0);
  const worst = (value: (cell: Cell) => number) => Math.max(...rounds.map(value));
  const local = rounds.every(({ postgresCpu }) => postgresCpu !== undefined);
  const worked = sum((cell) => cell.worked);
  return {
    requestsPerSecond: sum((cell) => cell.requests) / sum((cell) => cell.seconds),
    p50: sum((cell) => cell.p50) / rounds.length,
    p99: worst((cell) => cell.p99),
    nodeCpu: sum((cell) => cell.nodeCpu) / worked,
    postgresCpu: local ? sum((cell) => cell.postgresCpu!) / worked : null,
    peak: worst((cell) => cell.peak),
    failed: sum((cell) => cell.failed),
    leastCpu: Math.min(...rounds.map(cpuPerRequest)),
  };
}
