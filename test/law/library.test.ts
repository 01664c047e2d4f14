import { fill } from "./world/random-rows.js";
import { theLaw } from "./the-law.js";
import { libraryWorld } from "./world/library-world.js";

theLaw(
  async () => {
    const world = await libraryWorld();
    await fill(world.graph, world.database, 14, 2018);
    return world;
  },
  100,
  2018,
);
