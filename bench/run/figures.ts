import type { Cell } from "../measure/cell.js";
import type { Figures } from "../report/results.js";

/** The figures of each peer: those of its middle round by CPU, for others may work on the machine in one of them; p99 and peak from the worst. */
export function figuresOver(cells: ReadonlyMap<string, readonly Cell[]>): Record<string, Figures> {
  return Object.fromEntries([...cells].map(([peer, rounds]) => [peer, overRounds(rounds)]));
}

const cpuPerRequest = ({ nodeCpu, postgresCpu, worked }: Cell): number => (nodeCpu + (postgresCpu ?? 0)) / worked;

function overRounds(rounds: readonly Cell[]): Figures {
  const worst = (value: (cell: Cell) => number) => Math.max(...rounds.map(value));
  const byCpu = [...rounds].sort((one, other) => cpuPerRequest(one) - cpuPerRequest(other));
  const middle = byCpu[(byCpu.length - 1) >> 1]!;
  return {
    requestsPerSecond: middle.requests / middle.seconds,
    p50: middle.p50,
    p99: worst((cell) => cell.p99),
    nodeCpu: middle.nodeCpu / middle.worked,
    postgresCpu: middle.postgresCpu === undefined ? null : middle.postgresCpu / middle.worked,
    peak: worst((cell) => cell.peak),
    failed: worst((cell) => cell.failed),
    leastCpu: cpuPerRequest(byCpu[0]!),
  };
}
