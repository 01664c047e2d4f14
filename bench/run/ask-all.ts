import { type Cell, type CellOptions, measure } from "../measure/cell.js";
import type { RunningPeer } from "../peers/running-peer.js";
import { requestsOf } from "./put.js";
import type { Body, Question } from "../questions/question.js";
import type { QuestionResult } from "../report/results.js";
import { compare } from "./compare.js";
import { figuresOver } from "./figures.js";
import { offered } from "./offered.js";
import type { Options } from "./options.js";

type Asking = Options & Pick<CellOptions, "load" | "postmaster">;

/** A question with the requests of those who can answer it, why the others cannot, and what was measured. */
interface Put {
  readonly question: Question;
  readonly requests: Map<RunningPeer, readonly Body[]>;
  readonly without: Record<string, string>;
  readonly cells: Map<string, Cell[]>;
}

/** Puts every question to all peers: first once, to see that they answer alike, then in cells that take turns. */
export async function askAll(
  running: readonly RunningPeer[],
  asking: Asking,
  told: (line: string) => void,
): Promise<QuestionResult[]> {
  const all: Put[] = [];
  for (const question of asking.questions) all.push(await put(question, running));
  told(`all answers are equal: ${all.map(({ question }) => question.name).join(", ")}`);
  for (let round = 0; round < asking.rounds; round += 1)
    for (const each of all)
      for (const peer of inTurn(round, [...each.requests.keys()])) {
        // Whoever has been asked before is warm; a second lets caches and the machine find their pace again.
        const cell = await cellOf(peer, each, round === 0 ? asking : { ...asking, warmUp: Math.min(1, asking.warmUp) });
        each.cells.set(peer.peer.name, [...(each.cells.get(peer.peer.name) ?? []), cell]);
        told(`${each.question.name} ${peer.peer.name}: ${(cell.requests / cell.seconds).toFixed(1)} requests a second`);
      }
  return all.map(({ question: { name, title }, without, cells }) => ({
    name,
    title,
    cells: { ...without, ...figuresOver(cells) },
  }));
}

/** Whoever comes last in one round comes first in the next. */
const inTurn = <T>(round: number, peers: T[]): T[] => (round % 2 === 0 ? peers : peers.reverse());

async function put(question: Question, running: readonly RunningPeer[]): Promise<Put> {
  const made: Put = { question, requests: new Map(), without: {}, cells: new Map() };
  for (const peer of running) {
    const missing = await offered(question, peer);
    if (missing === undefined) made.requests.set(peer, await requestsOf(question, peer));
    else made.without[peer.peer.name] = missing;
  }
  await compare(question, made.requests);
  return made;
}

async function cellOf(peer: RunningPeer, { question, requests }: Put, asking: Asking): Promise<Cell> {
  const { load, postmaster, seconds, warmUp } = asking;
  const connections = Math.min(asking.connections, question.connections ?? asking.connections);
  const bodies = requests.get(peer)!;
  await load({ url: peer.url, headers: peer.headers, bodies, connections, seconds: warmUp });
  const cell = await measure(peer, bodies, { load, connections, seconds, postmaster });
  if (cell.failed > 0) throw new Error(`${peer.peer.name} failed at ${cell.failed} requests of ${question.name}`);
  return cell;
}
