import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { graph } from "../../../src/domain/index.js";
import { BUILDING } from "../../support/database.js";
import { type Told, told, walkFields } from "./fields.js";
import { type MarkedWorld, markedWorld } from "./marked-world.js";
import { tableOf } from "./table.js";
import { viewersOf } from "./viewers.js";
import { walkerFor } from "./walker.js";

const table = tableOf(graph);
const asked = new Set<string>();
let world: MarkedWorld;
const truth = new Map<string, Told>();
beforeAll(async () => {
  world = await markedWorld(graph);
  const steward = await walkerFor({ role: "STEWARD", departments: [] }, "resolved", { graph, world, table, asked });
  for (const kind of graph.kinds) for (const [id, told_] of await told(steward, kind)) truth.set(id, told_);
  await steward.stop();
}, BUILDING);
afterAll(() => world.close());

describe.each(Object.keys(viewersOf("")))("every field of every kind, asked by %s", (name) => {
  test.each(["planned", "resolved"] as const)("is answered as declared, %s", async (path) => {
    const viewer = viewersOf(world.department)[name]!;
    const walker = await walkerFor(viewer, path, { graph, world, table, asked });
    for (const kind of graph.kinds) await walkFields(walker, kind, truth, table);
    await walker.stop();
    expect(asked.size).toBeGreaterThan(0);
  });
});
