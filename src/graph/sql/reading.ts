import { raw } from "sql-template-tag";
import type { Viewer } from "../../access/viewer.js";
import type { Graph, Guard, Reading } from "../model.js";

/** A reading that keeps what was noted while its statement was made. */
export interface NotedReading extends Reading {
  readonly guards: readonly Guard[];
  readonly tables: ReadonlySet<string>;
}

/** Starts a statement for a viewer; the tables that it reads are noted in `tables`. */
export function reading(
  graph: Graph,
  viewer: Viewer,
  departments: unknown = viewer.departments,
  tables = new Set<string>(),
): NotedReading {
  let taken = 0;
  const guards: Guard[] = [];
  return {
    graph,
    viewer,
    departments,
    guards,
    tables,
    alias: () => raw(`t${++taken}`),
    guard: (holds) => void guards.push(holds),
    touch: (table) => void tables.add(table),
  };
}
