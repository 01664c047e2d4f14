import { parseArgs } from "node:util";
import { type Peer, peers } from "../peers/peer.js";
import type { Question } from "../questions/question.js";
import { FLAT, questions } from "../questions/questions.js";

/** What is to be measured, and how long. */
export interface Options {
  readonly scales: readonly number[];
  readonly peers: readonly Peer[];
  readonly questions: readonly Question[];
  readonly connections: number;
  readonly poolSize: number;
  /** Seconds of a cell and of the warm-up before it. */
  readonly seconds: number;
  readonly warmUp: number;
  readonly rounds: number;
  /** wrk, autocannon or loop; undefined = the best that is there. */
  readonly generator: string | undefined;
  /** How much dearer the questions become with the size of the graph, instead of what they cost beside the peers. */
  readonly growth: boolean;
  /** The small version: it writes nothing and fails when we cost too much. */
  readonly quick: boolean;
}

/** What the small version asks, of whom. */
const QUICK = { peers: "ours,limit", questions: "Q1,Q2,Q3,Q4,Q7", seconds: "2", "warm-up": "2", rounds: "5" };

/** What is asked over all sizes in one run. */
const GROWTH = {
  scale: "1,10,100",
  peers: "ours,limit",
  questions: FLAT.join(),
  rounds: "5",
  seconds: "1",
  "warm-up": "1",
};

/** Reads the command line. Throws for unknown names. */
export function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: text,
      peers: text,
      questions: text,
      connections: text,
      pool: text,
      seconds: text,
      "warm-up": text,
      rounds: text,
      load: text,
      quick: { type: "boolean", default: false },
      growth: { type: "boolean", default: false },
    },
  });
  if (values.quick && values.growth) throw new Error("Either --quick or --growth.");
  const given = { ...(values.quick ? QUICK : {}), ...(values.growth ? GROWTH : {}), ...values };
  return {
    scales: (given.scale ?? "1").split(",").map(Number),
    peers: named(peers, given.peers),
    questions: named(questions, given.questions),
    connections: Number(given.connections ?? 32),
    poolSize: Number(given.pool ?? 6),
    seconds: Number(given.seconds ?? 5),
    warmUp: Number(given["warm-up"] ?? 2),
    rounds: Number(given.rounds ?? 2),
    generator: given.load,
    quick: given.quick === true,
    growth: given.growth === true,
  };
}

function named<T extends { readonly name: string }>(all: readonly T[], names: string | undefined): readonly T[] {
  return (
    names?.split(",").map((name) => {
      const found = all.find((each) => each.name === name);
      if (!found) throw new Error(`There is no ${name}, only ${all.map((each) => each.name).join(", ")}`);
      return found;
    }) ?? all
  );
}

/** How long and with what was asked, for the report. */
export const setOf = ({ connections, poolSize, rounds, seconds, warmUp }: Options, load: string): string =>
  `${connections} connections by ${load}, pools of ${poolSize}, ${rounds} × ${seconds} s a cell after ${warmUp} s`;
