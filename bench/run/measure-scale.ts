import pg from "pg";
import { databaseAt } from "../data/database.js";
import { idle, postmasterOf } from "../measure/cpu.js";
import { generator } from "../measure/generator.js";
import { memoryOf } from "../measure/memory.js";
import type { Peer } from "../peers/peer.js";
import { type RunningPeer, startPeer } from "../peers/running-peer.js";
import type { PeerResult, ScaleResult } from "../report/results.js";
import { askAll } from "./ask-all.js";
import { figuresOver } from "./figures.js";
import { machine } from "./machine.js";
import type { Options } from "./options.js";

/** All of one scale: data, peers, equal answers, rounds. Throws when two peers answer differently. */
export async function measureScale(
  scale: number,
  options: Options,
  told: (line: string) => void,
): Promise<ScaleResult> {
  const database = await databaseAt(scale, told);
  const running: RunningPeer[] = [];
  try {
    const { server, postmaster } = await postgresBehind(database.url);
    const peers: PeerResult[] = [];
    for (const peer of options.peers) {
      const started = peer.missing === undefined ? await startPeer(peer, database.url, options.poolSize) : undefined;
      if (started) running.push(started);
      if (started) await idle(started.pid, postmaster);
      peers.push(peerResult(peer, started));
    }
    const { name, load } = await generator(options.generator);
    const questions = figuresOver(await askAll(running, { ...options, load, postmaster, scale }, told));
    const date = new Date().toISOString().slice(0, 16);
    return { scale, date, machine: `${machine()}, PostgreSQL ${server}`, set: setOf(options, name), peers, questions };
  } finally {
    for (const peer of running) await peer.stop();
    await database.stop();
  }
}

function peerResult({ name, title, missing }: Peer, started: RunningPeer | undefined): PeerResult {
  const idleMemory = started ? memoryOf(started.pid).now : null;
  return { name, title, missing: missing ?? null, firstAnswer: started?.firstAnswer ?? null, idleMemory };
}

const setOf = ({ connections, poolSize, rounds, seconds, warmUp }: Options, load: string): string =>
  `${connections} connections by ${load}, pools of ${poolSize}, ${rounds} × ${seconds} s a cell after ${warmUp} s`;

async function postgresBehind(url: string): Promise<{ server: string; postmaster: number | undefined }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server: string; pid: number }>(
    "SELECT current_setting('server_version') AS server, pg_backend_pid() AS pid",
  );
  const { server, pid } = rows[0]!;
  const postmaster = postmasterOf(pid);
  await client.end();
  return { server, postmaster };
}
