import pg from "pg";
import { databaseAt } from "../data/database.js";
import type { CellOptions } from "../measure/cell.js";
import { idle, postmasterOf } from "../measure/cpu.js";
import { generator } from "../measure/generator.js";
import { memoryOf } from "../measure/memory.js";
import type { Peer } from "../peers/peer.js";
import { type RunningPeer, startPeer } from "../peers/running-peer.js";
import type { PeerResult, ScaleResult } from "../report/results.js";
import { askAll, type Round } from "./ask-all.js";
import { figuresOver } from "./figures.js";
import { machine } from "./machine.js";
import type { Options } from "./options.js";

/** All of one scale: data, rounds, equal answers. Throws when two peers answer differently. */
export async function measureScale(
  scale: number,
  options: Options,
  told: (line: string) => void,
): Promise<ScaleResult> {
  const database = await databaseAt(scale, told);
  try {
    const { server, postmaster } = await postgresBehind(database.url);
    const { name, load } = await generator(options.generator);
    const rounds: Measured[] = [];
    for (let round = 0; round < options.rounds; round += 1)
      rounds.push(await measureRound(database.url, { ...options, load, postmaster, scale }, { round, told }));
    const date = new Date().toISOString().slice(0, 16);
    return {
      ...{ scale, date, machine: `${machine()}, PostgreSQL ${server}`, set: setOf(options, name) },
      peers: peersOver(rounds.map(({ peers }) => peers)),
      questions: figuresOver(rounds.map(({ asked }) => asked)),
    };
  } finally {
    await database.stop();
  }
}

/** What one round has yielded. */
interface Measured {
  readonly peers: readonly PeerResult[];
  readonly asked: readonly Round[];
}

/** Every round starts the peers anew: where a process and its connections lie in memory makes a tenth of what they cost, for as long as they live. */
async function measureRound(
  url: string,
  options: Options & Pick<CellOptions, "load" | "postmaster"> & { readonly scale: number },
  turn: { readonly round: number; readonly told: (line: string) => void },
): Promise<Measured> {
  const running: RunningPeer[] = [];
  try {
    const peers: PeerResult[] = [];
    for (const peer of options.peers) {
      const started = peer.missing === undefined ? await startPeer(peer, url, options.poolSize) : undefined;
      if (started) running.push(started);
      if (started) await idle(started.pid, options.postmaster);
      peers.push(peerResult(peer, started));
    }
    return { peers, asked: await askAll(running, options, turn) };
  } finally {
    for (const peer of running) await peer.stop();
  }
}

/** Start and memory of each peer in the round that was disturbed least. */
function peersOver(rounds: readonly (readonly PeerResult[])[]): PeerResult[] {
  return rounds[0]!.map((peer, at) => ({
    ...peer,
    firstAnswer: least(rounds.map((each) => each[at]!.firstAnswer)),
    idleMemory: least(rounds.map((each) => each[at]!.idleMemory)),
  }));
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
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
