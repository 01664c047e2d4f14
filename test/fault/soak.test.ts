import { Buffer } from "node:buffer";
import { Agent } from "node:http";
import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { MAX_BODY } from "../../src/api/http/body.js";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import { type RandomQuestion, questions } from "../law/questions/questions.js";
import { knowledgeOf } from "../law/world/knowledge.js";
import { BUILDING } from "../support/database.js";
import { geraDatabase } from "../support/gera.js";
import { type ServerProcess, serverProcess } from "../support/process.js";
import { administrator } from "./world/administrator.js";
import { askOnce, type Told } from "./world/clients.js";
import { kept } from "./world/kept.js";

/** How many questions of each seed; `npm run soak` asks more. */
const RUNS = Number(process.env.SOAK_RUNS ?? 25);
const SEEDS = (process.env.SOAK_SEEDS ?? "1,2,3,4,5").split(",").map(Number);

/** Questions that are under way at a time. */
const AT_ONCE = 8;

type Headers = Readonly<Record<string, string>>;

let server: ServerProcess;
let viewers: readonly (readonly [string, Headers])[];
let random: fc.Arbitrary<RandomQuestion>;
const keep = kept();
beforeAll(async () => {
  const { url, database } = keep(await geraDatabase(), (made) => made.close());
  const admin = keep(await administrator(), (started) => started.close());
  // A busy machine is not what is asked about here.
  const environment = { ...admin.environment, STATEMENT_TIMEOUT_MS: "60000", DATABASE_POOL_SIZE: "20" };
  server = keep(await serverProcess(url, environment), ({ stop }) => stop());
  const roles = ["staff", "editor", "steward", "admin"].map(async (role) => [role, await admin.as(role)] as const);
  viewers = [["public", {}], ...(await Promise.all(roles)), ["service", await serviceToken(admin.headers)]];
  random = questions(graph, schemaOf(graph, computedFields), await knowledgeOf(graph, database));
}, BUILDING);

async function serviceToken(headers: Headers): Promise<Headers> {
  const query = `mutation { createServiceToken(input: { name: "Dauerlauf", days: 1, kinds: ["Measure", "Theme"] }) { secret } }`;
  const { text = "" } = await askOnce({ ...server, headers }, { query });
  return { authorization: `Bearer ${/"secret":"([^"]+)"/.exec(text)![1]!}` };
}

/** What must never be an answer to a valid question. */
const isWrong = ({ status = 599, code }: Told): boolean => status >= 500 || code === "INTERNAL_SERVER_ERROR";

/** Lets go of its connections at once: making the questions of a seed takes longer than the server keeps one. */
const agent = new Agent({ keepAlive: false });

async function ask({ query, variables }: RandomQuestion, turn: number, tally: Map<string, number>): Promise<object[]> {
  const wrong: object[] = [];
  for (const [place, each] of variables.slice(0, 2).entries()) {
    const [role, headers] = viewers[(turn + place) % viewers.length]!;
    const body = { query, variables: each };
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_BODY) continue;
    const told = await askOnce({ ...server, headers }, body, agent);
    const outcome = told.code ?? String(told.status);
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    if (isWrong(told)) wrong.push({ role, query, variables: each, status: told.status, text: told.text ?? told.code });
  }
  return wrong;
}

test.each(SEEDS)(
  `${RUNS} random questions of seed %i, asked in every role over HTTP: none ends in an internal error`,
  async (seed) => {
    const waiting = [...fc.sample(random, { numRuns: RUNS, seed }).entries()];
    const tally = new Map<string, number>();
    const wrong: object[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        wrong.push(...(await ask(next[1], next[0], tally)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    if (process.env.SOAK_RUNS)
      process.stdout.write(`soak seed ${seed}: ${JSON.stringify({ questions: RUNS, ...Object.fromEntries(tally) })}\n`);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(tally.get("200")).toBeGreaterThan(RUNS / 2);
    expect(server.output()).not.toMatch(/internal error|the planner failed/);
  },
  7_200_000,
);
