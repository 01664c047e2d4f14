import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mapping } from "../../seeds/gera/mapping.js";
import { loadGera } from "../stewardship/loading.js";
import { numbers } from "../stewardship/walk/numbers.js";
import { offices } from "../stewardship/walk/offices.js";
import { plans } from "../stewardship/walk/plans.js";
import { provenance } from "../stewardship/walk/provenance.js";
import { themes } from "../stewardship/walk/themes.js";
import { type FileWalk, type Found, walk } from "../stewardship/walk/walk.js";
import type { TestGraph } from "../support/asking.js";
import { testGraph } from "../support/graph.js";

const walks = [...plans, ...offices, ...themes, ...numbers, ...provenance];

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph();
  await loadGera(graph);
});
afterAll(() => graph.close());

/** All nodes of the lists that a walk asks for; a list that did not fit on a page would be missing rows. */
async function nodesFor({ ask }: FileWalk): Promise<Found[]> {
  const answers = Object.entries(ask).map(async ([list, select]) => {
    const name = list.replace(/\(.*/, "");
    const args = list.includes("(") ? list.slice(name.length).replace("(", "(first: 500, ") : "(first: 500)";
    const { data, errors } = await graph.ask(`{ ${name}${args} { totalCount nodes { ${select} } } }`);
    expect(errors).toBeUndefined();
    expect(data[name].nodes).toHaveLength(data[name].totalCount);
    return data[name].nodes as Found[];
  });
  return (await Promise.all(answers)).flat();
}

test("every file that has a mapping is walked; what is read by convention, the test of the convention reads back", () => {
  expect(walks.map(({ file }) => file).sort()).toEqual(mapping.files.map(({ file }) => file).sort());
});

describe("every row and every filled cell is read back through GraphQL", () => {
  test.each(walks)("$file", async (file) => {
    const { rows, cells, missing } = walk(file, await nodesFor(file));

    expect(missing).toEqual([]);
    expect(cells).toBeGreaterThanOrEqual(rows * 3);
  });
});

test("the walk names what is not read back: the file, the line, the column and the cell", async () => {
  const bodies = walks.find(({ file }) => file === "bodies.csv")!;
  const nodes = await nodesFor(bodies);
  const spoiled = nodes.map((node) =>
    node.key === "kinderrat" ? { ...node, name: "Kinderbeirat", process: null } : node,
  );

  expect(walk(bodies, spoiled).missing).toEqual([
    "bodies.csv:22 name Kinderrat ≠ Kinderbeirat",
    "bodies.csv:22 process_key sozialplan-2024-2028 ≠ undefined",
  ]);
});
