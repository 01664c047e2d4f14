import { databaseAt } from "../data/database.js";
import { generator } from "../measure/generator.js";
import { type RunningPeer, startPeer } from "../peers/running-peer.js";
import { type GrowthResult, nameAt } from "../report/growth.js";
import { askAll, type Put, putAll } from "./ask-all.js";
import { figuresOver } from "./figures.js";
import { machine } from "./machine.js";
import { type Options, setOf } from "./options.js";
import { postgresBehind } from "./postgres-behind.js";

/** The same questions over graphs of all sizes in one run, in turns: what else the machine does falls on all of them alike. */
export async function measureGrowth(options: Options, told: (line: string) => void): Promise<GrowthResult> {
  if (process.env["DATABASE_URL"]) throw new Error("Growth needs a database for each size: leave DATABASE_URL empty.");
  const ends: (() => Promise<void>)[] = [];
  try {
    const { name, load } = await generator(options.generator);
    const puts: Put[][] = [];
    for (const scale of options.scales) {
      const database = await databaseAt(scale, told);
      ends.push(() => database.stop());
      puts.push(await putAt(scale, database.url, options, ends));
    }
    const questions = figuresOver(await askAll(together(puts), { ...options, load }, told));
    const date = new Date().toISOString().slice(0, 16);
    return { scales: options.scales, date, machine: machine(), set: setOf(options, name), questions };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function putAt(scale: number, url: string, options: Options, ends: (() => Promise<void>)[]): Promise<Put[]> {
  const behind = await postgresBehind(url);
  const running: RunningPeer[] = [];
  for (const peer of options.peers.filter(({ missing }) => missing === undefined)) {
    const started = await startPeer({ ...peer, name: nameAt(peer.name, scale) }, behind, options.poolSize);
    ends.push(() => started.stop());
    running.push(started);
  }
  return putAll(options.questions, running, scale);
}

/** One question, put to the peers of every size. */
const together = ([first = [], ...others]: readonly Put[][]): Put[] =>
  first.map((put, at) => {
    const all = [put, ...others.map((each) => each[at]!)];
    return {
      question: put.question,
      requests: new Map(all.flatMap(({ requests }) => [...requests])),
      without: Object.assign({}, ...all.map(({ without }) => without)) as Put["without"],
    };
  });
