import type { Viewer } from "../../../src/access/viewer.js";
import { computedFields, graph } from "../../../src/domain/index.js";
import { geraDatabase } from "../../support/gera.js";
import { type World, worldOf } from "./world.js";

/** The city with Gera's data, as the public sees it unless told otherwise. */
export const geraWorld = async (viewer?: Viewer): Promise<World> =>
  worldOf(graph, computedFields, await geraDatabase(), viewer);
