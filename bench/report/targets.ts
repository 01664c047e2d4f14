import { type Growth, growthOf, type GrowthResult } from "./growth.js";
import { FLAT } from "../questions/questions.js";
import { cpuOf, type Figures, figuresOf, type ScaleResult } from "./results.js";

/** A promise in numbers: what was measured, and what it must be. */
export interface Target {
  readonly text: string;
  readonly scale: number;
  readonly question: string;
  readonly measured: number;
  readonly wanted: string;
  readonly held: boolean;
}

type Ratio = (ours: Figures, theirs: Figures) => number;
const faster: Ratio = (ours, theirs) => ours.requestsPerSecond / theirs.requestsPerSecond;
const dearer: Ratio = (ours, theirs) => cpuOf(ours) / cpuOf(theirs);

interface Rule {
  readonly text: string;
  readonly who?: string;
  readonly against: string;
  readonly questions: readonly string[];
  readonly scales?: readonly number[];
  readonly ratio: Ratio;
  readonly least?: (question: string, scale: number) => number;
  readonly most?: number;
}

const ASKED = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"];
const ALL = [...ASKED, "Q4b", "Q8", "search", "export"];
const GROUPS = ["Q5", "Q8"];

const CACHED = {
  against: "limit",
  questions: ["Q2", "Q3", ...GROUPS],
  ratio: faster,
  least: () => 25,
};

/** PERFORMANCE: what is possible with this stack, so what is promised. */
const RULES: readonly Rule[] = [
  {
    text: "req/s against PostGraphile 5",
    against: "postgraphile",
    questions: ASKED,
    ratio: faster,
    least: (question, scale) => (scale === 1 ? 4 : question === "Q4" ? 2 : 3),
  },
  {
    text: "CPU against PostGraphile 5",
    against: "postgraphile",
    questions: ASKED,
    scales: [1],
    ratio: dearer,
    most: 0.5,
  },
  {
    text: "req/s against Mercurius + JIT",
    against: "mercurius",
    questions: ASKED,
    ratio: faster,
    least: (question) => (question === "Q5" ? 1.3 : 2),
  },
  {
    text: "req/s against the tutorial stack",
    against: "tutorial",
    questions: ASKED,
    ratio: faster,
    least: (question) => (question === "Q5" ? 4 : 10),
  },
  { text: "CPU against the limit", against: "limit", questions: ALL, ratio: dearer, most: 1.3 },
  {
    text: "CPU signed in against anybody",
    who: "staff",
    against: "ours",
    questions: [...ASKED, "Q4b", "Q7", "Q8", "search"],
    ratio: dearer,
    most: 1.15,
  },
  {
    text: "cached, req/s against the limit",
    who: "cached",
    ...CACHED,
  },
  {
    text: "cached, asked as browsers ask, req/s against the limit",
    who: "browser",
    ...CACHED,
  },
];

/** Every promise for which there are numbers. */
export function targets(results: readonly ScaleResult[], grown: GrowthResult | undefined): Target[] {
  return [
    ...results.flatMap((result) => RULES.flatMap((rule) => againstPeer(rule, result))),
    ...results.flatMap(ofTheServer),
    ...(grown ? growthOf(grown).flatMap(flat) : []),
  ];
}

function againstPeer(rule: Rule, result: ScaleResult): Target[] {
  const { scale } = result;
  if (rule.scales && !rule.scales.includes(scale)) return [];
  return rule.questions.flatMap((question) => {
    const ours = figuresOf(result, question, rule.who ?? "ours");
    const theirs = figuresOf(result, question, rule.against);
    if (!ours || !theirs) return [];
    return [target(rule.text, scale, question, rule.ratio(ours, theirs), bounds(rule, question, scale))];
  });
}

const bounds = ({ least, most }: Rule, question: string, scale: number) => ({ least: least?.(question, scale), most });

function target(
  text: string,
  scale: number,
  question: string,
  measured: number,
  { least, most }: { least?: number | undefined; most?: number | undefined },
): Target {
  const held = (least === undefined || measured >= least) && (most === undefined || measured <= most);
  return { text, scale, question, measured, wanted: least === undefined ? `≤ ${most}` : `≥ ${least}`, held };
}

function ofTheServer(result: ScaleResult): Target[] {
  const { scale } = result;
  const ours = result.peers.find(({ name }) => name === "ours");
  const trivial = figuresOf(result, "Q7", "ours");
  const [counted, plain] = [figuresOf(result, "Q4", "ours"), figuresOf(result, "Q4b", "ours")];
  return [
    ...(trivial ? [target("Node CPU of { __typename }, ms", scale, "Q7", trivial.nodeCpu, { most: 0.05 })] : []),
    ...(counted && plain
      ? [target("CPU with totalCount against without", scale, "Q4", dearer(counted, plain), { most: 1.5 })]
      : []),
    ...(ours?.firstAnswer
      ? [target("start to first answer, s", scale, "", ours.firstAnswer / 1000, { most: 0.8 })]
      : []),
    ...(ours?.idleMemory ? [target("memory when idle, MiB", scale, "", ours.idleMemory, { most: 120 })] : []),
  ];
}

/** What does not depend on the size of the graph may cost a quarter more, for deeper indexes and colder pages. */
const MOST_GROWTH = 1.25;

function flat({ from, scale, question, ratio }: Growth): Target[] {
  if (!FLAT.includes(question)) return [];
  const where = from === 1 ? "city" : `×${from}`;
  return [target(`CPU against that at ${where}`, scale, question, ratio, { most: MOST_GROWTH })];
}
