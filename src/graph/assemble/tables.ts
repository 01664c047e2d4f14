import type { Class, Graph } from "../model.js";
import { ExternalId, NodeEntry } from "../provenance/registry.js";

/** Every TypeORM entity behind a graph: its kinds, the register of nodes and the external ids. */
export const entitiesOf = (graph: Graph): readonly Class[] => [
  NodeEntry,
  ExternalId,
  ...graph.kinds.map(({ target }) => target),
];
