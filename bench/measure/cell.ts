import type { RunningPeer } from "../peers/running-peer.js";
import type { Body } from "../questions/question.js";
import { cpuOf, idle } from "./cpu.js";
import type { Load, MakeLoad } from "./load.js";
import { memoryOf, resetPeak } from "./memory.js";

/** One peer asked one question for a while: counts and sums, so that rounds can be added up. CPU in milliseconds, memory in MiB. */
export interface Cell extends Load {
  readonly nodeCpu: number;
  readonly postgresCpu: number | undefined;
  /** Requests that the CPU time was spent on: those answered, and those still under way at the end. */
  readonly worked: number;
  readonly peak: number;
}

/** How a cell is measured. */
export interface CellOptions {
  readonly load: MakeLoad;
  readonly connections: number;
  readonly seconds: number;
}

/** Asks for a while, after the peer has come to rest; what it still works on at the end is waited for and counted. */
export async function measure(
  { origin, pid, postmaster, headers, sent }: RunningPeer,
  bodies: readonly Body[],
  options: CellOptions,
): Promise<Cell> {
  const { load, connections, seconds } = options;
  await idle(pid, postmaster);
  resetPeak(pid);
  const before = cpuOf(pid, postmaster);
  const seen = await load({ origin, requests: bodies.map(sent), headers, connections, seconds });
  const spent = await idle(pid, postmaster);
  return {
    ...seen,
    nodeCpu: spent.node - before.node,
    postgresCpu: spent.postgres === undefined ? undefined : spent.postgres - before.postgres!,
    worked: seen.requests + connections,
    peak: memoryOf(pid).peak,
  };
}
