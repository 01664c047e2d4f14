import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { agree, type Outcome } from "./agree.js";
import { type RandomQuestion, questions } from "./questions/questions.js";
import { type Walk, walks } from "./questions/walks.js";
import { knowledgeOf } from "./world/knowledge.js";
import type { World } from "./world/world.js";
import { BUILDING } from "../support/database.js";

/** How often something is asked, and which random questions: the full run asks more, of several seeds. */
const RUNS = process.env.LAW_RUNS;
const SEEDS = process.env.LAW_SEEDS?.split(",").map(Number);

const LONG = 3_600_000;

/** What became of the questions of a run, each asked with up to four sets of variables. */
type Tally = Record<Outcome, number>;

/** How many random questions, and which. */
interface Run {
  readonly numRuns: number;
  readonly seed: number;
}

const settings = { endOnFailure: process.env.LAW_SHRINK !== "1" };

/** Asks a world so many random questions; rejects when the two paths differ. */
export async function hold(world: World, run: Run): Promise<Tally> {
  const tally: Tally = { planned: 0, resolved: 0, tooLarge: 0 };
  const known = await knowledgeOf(world.graph, world.database);
  const property = fc.asyncProperty(questions(world.graph, world.paths.schema, known), (question) =>
    ask(world, question, tally),
  );
  await fc.assert(property, { ...settings, ...run });
  return tally;
}

/** Declares as tests that both paths answer alike over a world: so many random questions, and pages through random lists. */
export function theLaw(name: string, make: () => Promise<World>, { numRuns: preset, seed }: Run): void {
  const numRuns = Number(RUNS ?? preset);
  let world: World;
  beforeAll(async () => {
    world = await make();
  }, BUILDING);
  afterAll(() => (world as World | undefined)?.close());

  test.each(SEEDS ?? [seed])(
    `planned(q) = resolved(q), byte for byte, in one statement, over ${numRuns} random questions of seed %i`,
    async (given) => {
      const tally = await hold(world, { numRuns, seed: given });
      if (RUNS)
        process.stdout.write(`law ${name}, seed ${given}: ${JSON.stringify({ questions: numRuns, ...tally })}\n`);
      expect(tally.planned).toBeGreaterThan(tally.resolved * 5);
    },
    LONG,
  );

  test.each(SEEDS ?? [seed])(
    "pages of either path lead on from the other's cursors, forwards and backwards, seed %i",
    async (given) => {
      let walked = 0;
      const property = fc.asyncProperty(walks(world.graph), async (walk) => {
        await wander(world, walk);
        walked++;
      });
      const run = { ...settings, numRuns: Math.ceil(numRuns / 10), seed: given };
      await fc.assert(property, run);
      expect(walked).toBeGreaterThanOrEqual(run.numRuns);
    },
    LONG,
  );
}

/** Asks a question with each of its sets of variables. */
async function ask({ paths }: World, { query, variables }: RandomQuestion, tally: Tally): Promise<void> {
  for (const each of variables) {
    const outcome = await agree(paths, query, each);
    tally[outcome]++;
    fc.pre(outcome !== "tooLarge");
  }
}

/** Walks a list to its end and back; every page is asked on both paths, and all of them make the list. */
async function wander(world: World, { query, list, pages, variables }: Walk): Promise<void> {
  const page = async (more: object) => (await world.planned(query, { ...variables, ...more })).data[list];
  const keys = ({ nodes }: { nodes: { key: string }[] }): string[] => nodes.map(({ key }) => key);
  const whole = await page({ first: 500 });
  fc.pre(whole.totalCount <= 500);
  const size = Math.floor(whole.totalCount / pages) + 1;
  const [there, back]: [string[], string[]] = [[], []];
  let next = await page({ first: size });
  for (there.push(...keys(next)); next.pageInfo.hasNextPage; there.push(...keys(next)))
    next = await page({ first: size, after: next.pageInfo.endCursor });
  next = await page({ last: size });
  for (back.unshift(...keys(next)); next.pageInfo.hasPreviousPage; back.unshift(...keys(next)))
    next = await page({ last: size, before: next.pageInfo.startCursor });
  expect({ there, back }).toEqual({ there: keys(whole), back: keys(whole) });
}
