import { databaseAt } from "../data/database.js";
import { idle } from "../measure/cpu.js";
import { generator } from "../measure/generator.js";
import { memoryOf } from "../measure/memory.js";
import type { Peer } from "../peers/peer.js";
import { type Behind, type RunningPeer, startPeer } from "../peers/running-peer.js";
import type { PeerResult, ScaleResult } from "../report/results.js";
import { askAll, putAll } from "./ask-all.js";
import { figuresOver } from "./figures.js";
import { machine } from "./machine.js";
import { type Options, setOf } from "./options.js";
import { postgresBehind } from "./postgres-behind.js";

/** All of one scale: data, peers, equal answers, rounds. Throws when two peers answer differently. */
export async function measureScale(
  scale: number,
  options: Options,
  told: (line: string) => void,
): Promise<ScaleResult> {
  const database = await databaseAt(scale, told);
  const running: RunningPeer[] = [];
  try {
    const behind = await postgresBehind(database.url);
    const peers: PeerResult[] = [];
    for (const peer of options.peers) {
      const started = peer.missing === undefined ? await startOften(peer, behind, options) : undefined;
      if (started) running.push(started.peer);
      peers.push(peerResult(peer, started));
    }
    const { name, load } = await generator(options.generator);
    const all = await putAll(options.questions, running, scale);
    told(`all answers are equal: ${all.map(({ question }) => question.name).join(", ")}`);
    const questions = figuresOver(await askAll(all, { ...options, load }, told));
    const date = new Date().toISOString().slice(0, 16);
    const on = `${machine()}, PostgreSQL ${behind.server}`;
    return { scale, date, machine: on, set: setOf(options, name), peers, questions };
  } finally {
    for (const peer of running) await peer.stop();
    await database.stop();
  }
}

interface Started {
  readonly peer: RunningPeer;
  readonly firstAnswers: readonly number[];
}

/** Starts a peer as often as there are rounds, but three times at least; the last one stays, and comes to rest. */
async function startOften(peer: Peer, behind: Behind, { poolSize, rounds }: Options): Promise<Started> {
  const firstAnswers: number[] = [];
  for (;;) {
    const running = await startPeer(peer, behind, poolSize);
    firstAnswers.push(running.firstAnswer);
    await idle(running.pid, running.postmaster);
    if (firstAnswers.length >= Math.max(3, rounds)) return { peer: running, firstAnswers };
    await running.stop();
  }
}

function peerResult({ name, title, missing }: Peer, started: Started | undefined): PeerResult {
  const sorted = [...(started?.firstAnswers ?? [])].sort((one, other) => one - other);
  const firstAnswer = sorted[(sorted.length - 1) >> 1] ?? null;
  const idleMemory = started ? memoryOf(started.peer.pid).now : null;
  return { name, title, missing: missing ?? null, firstAnswer, idleMemory };
}
