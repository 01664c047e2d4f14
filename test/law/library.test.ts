import { theLaw } from "./the-law.js";
import { libraryWorld } from "./world/library-world.js";
import { fill } from "./world/random-rows.js";
import type { World } from "./world/world.js";

async function filled(): Promise<World> {
  const world = await libraryWorld();
  await fill(world.graph, world.database, 14, 2018);
  return world;
}

theLaw("library", filled, { numRuns: 60, seed: 2018 });
