import { type Cell, type CellOptions, measure } from "../measure/cell.js";
import type { RunningPeer } from "../peers/running-peer.js";
import { requestsOf } from "./put.js";
import type { Body, Question } from "../questions/question.js";
import { compare } from "./compare.js";
import { offered } from "./offered.js";
import type { Options } from "./options.js";

type Asking = Options & Pick<CellOptions, "load">;

/** A question with the requests of those who can answer it, and why the others cannot. */
export interface Put {
  readonly question: Question;
  readonly requests: Map<RunningPeer, readonly Body[]>;
  readonly without: Record<string, string>;
}

/** What was measured of a question in one round, by the names of the peers. */
export interface Round {
  readonly question: Question;
  readonly without: Readonly<Record<string, string>>;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Puts every question once to all peers of a scale, and sees that they answer alike. */
export async function putAll(
  questions: readonly Question[],
  running: readonly RunningPeer[],
  scale: number,
): Promise<Put[]> {
  const all: Put[] = [];
  for (const question of questions) all.push(await put(question, running, scale));
  return all;
}

/** Asks every question for a while, one peer after the other, round for round. */
export async function askAll(all: readonly Put[], asking: Asking, told: (line: string) => void): Promise<Round[][]> {
  const rounds: Round[][] = [];
  for (let round = 0; round < asking.rounds; round += 1) {
    // Whoever has been asked before is warm.
    const warmUp = round === 0 ? asking.warmUp : 0;
    const asked: Round[] = [];
    for (const each of all) asked.push(await ask(each, { ...asking, warmUp }, { round, told }));
    rounds.push(asked);
  }
  return rounds;
}

async function ask(
  each: Put,
  asking: Asking,
  { round, told }: { readonly round: number; readonly told: (line: string) => void },
): Promise<Round> {
  const cells = new Map<string, Cell>();
  for (const peer of inTurn(round, [...each.requests.keys()])) {
    const cell = await cellOf(peer, each, asking);
    cells.set(peer.peer.name, cell);
    told(`${each.question.name} ${peer.peer.name}: ${(cell.requests / cell.seconds).toFixed(1)} requests a second`);
  }
  return { ...each, cells };
}

/** Whoever comes last in one round comes first in the next. */
const inTurn = <T>(round: number, peers: T[]): T[] => (round % 2 === 0 ? peers : peers.reverse());

async function put(question: Question, running: readonly RunningPeer[], scale: number): Promise<Put> {
  const made: Put = { question, requests: new Map(), without: {} };
  for (const peer of running) {
    const missing = await offered(question, peer, scale);
    if (missing === undefined) made.requests.set(peer, await requestsOf(question, peer));
    else made.without[peer.peer.name] = missing;
  }
  await compare(question, made.requests);
  return made;
}

async function cellOf(peer: RunningPeer, { question, requests }: Put, asking: Asking): Promise<Cell> {
  const { load, seconds, warmUp } = asking;
  const connections = Math.min(asking.connections, question.connections ?? asking.connections);
  const bodies = requests.get(peer)!;
  const { origin, headers, sent } = peer;
  if (warmUp > 0) await load({ origin, headers, requests: bodies.map(sent), connections, seconds: warmUp });
  const cell = await measure(peer, bodies, { load, connections, seconds });
  if (cell.failed > 0) throw new Error(`${peer.peer.name} failed at ${cell.failed} requests of ${question.name}`);
  return cell;
}
