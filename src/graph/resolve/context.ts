import type DataLoader from "dataloader";
import type { Viewer } from "../../access/viewer.js";
import type { Database } from "../../platform/database/database.js";
import type { Graph } from "../model.js";

/** What one operation carries with it: who asks, over which graph, and what it has already asked for. */
export interface GraphContext {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly database: Database;
  /** One loader per question, so that all parents of a level are asked about at once. */
  readonly loaders: Map<string, DataLoader<string, unknown>>;
  /** What a planned answer was read from, noted when it was; nothing is noted of a resolved one. */
  readonly read: { tables?: ReadonlySet<string> };
}
