/**
 * A program of its own, because what a test runner puts around each global name would be measured with the rest. It prints what one request
 * costs, in microseconds of CPU, as JSON: to be watched, to be answered by graphql-js, and to look at the clock twice.
 */
import { buildSchema, graphql } from "graphql";
import { observed } from "../../../src/api/watch/observed.js";
import { OperationNames } from "../../../src/api/watch/operation-names.js";
import { requestFigures } from "../../../src/api/watch/request-figures.js";
import { requestLog } from "../../../src/api/watch/request-log.js";
import { createLog } from "../../../src/platform/log.js";
import { createRegistry } from "../../../src/platform/metrics/registry.js";

/** What one request costs, in microseconds of CPU. */
export interface Costs {
  readonly watching: number;
  readonly asking: number;
  readonly clock: number;
}

const { heard, counted } = requestFigures(createRegistry(), new OperationNames());
const answer = observed(
  async (_request, _response, note) => {
    note.asked = { operation: "Small", document: "0" };
    counted((note.path = "planned"));
  },
  [heard, requestLog(createLog({ logLevel: "silent" }), 1_000)],
);
const [request, response] = [{} as never, { statusCode: 200, getHeader: () => undefined } as never];
const schema = buildSchema("type Query { name: String }");

const works: Record<keyof Costs, [work: () => unknown, rounds: number]> = {
  watching: [() => answer(request, response), 1_000],
  asking: [() => graphql({ schema, source: "{ __typename }" }), 50],
  clock: [async () => performance.now() - performance.now(), 1_000],
};

/** Microseconds of CPU for one round of `work`. */
async function cpuOf(work: () => unknown, rounds: number): Promise<number> {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds;
}

// How fast the machine is, and who else is on it, changes by the second: all in turns, and of each its best.
const best = { watching: Infinity, asking: Infinity, clock: Infinity };
for (const [work] of Object.values(works)) await cpuOf(work, 2_000);
for (let times = 0; times < 50; times++)
  for (const [name, [work, rounds]] of Object.entries(works) as [keyof Costs, (typeof works)[keyof Costs]][])
    best[name] = Math.min(best[name], await cpuOf(work, rounds));
console.log(JSON.stringify(best));
