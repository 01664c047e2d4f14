import { raw } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.js";
import type { Graph, Reading } from "../model.js";

/** Starts a statement for a viewer. */
export function reading(graph: Graph, viewer: Viewer): Reading {
  let taken = 0;
  return { graph, viewer, alias: () => raw(`t${++taken}`) };
}
