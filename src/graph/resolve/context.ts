import type DataLoader from "dataloader";
import type { Viewer } from "../../access/viewer.js";
import type { Database } from "../../platform/database/database.js";
import type { Graph, Reading } from "../model.js";
import { reading } from "../sql/reading.js";

/** What one operation carries with it: who asks, over which graph, and what it has already asked for. */
export interface GraphContext {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly database: Database;
  /** Names the request in its answer and in the log; absent outside HTTP. */
  readonly requestId?: string;
  /** Does the work of the request when it is the viewer's turn; absent outside HTTP. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  /** One loader per question, so that all parents of a level are asked about at once. */
  readonly loaders: Map<string, DataLoader<string, unknown>>;
  /** What a planned answer was read from, noted when it was, and what the resolvers have read, whose answers are not kept. */
  readonly read: { tables?: ReadonlySet<string>; resolved?: Set<string> };
}

/** Starts a statement of the resolvers; the tables that it reads are noted in the context. */
export const readingIn = ({ graph, viewer, read }: GraphContext): Reading =>
  reading(graph, viewer, viewer.departments, (read.resolved ??= new Set()));
