import { expect } from "@jest/globals";
import type { Viewer } from "../../../src/access/viewer.js";
import type { Class, Graph } from "../../../src/graph/model.js";
import type { Database } from "../../../src/platform/database/database.js";
import { type Agreed, askBoth } from "./ask-both.js";
import { type BothPaths, bothPaths } from "./both-paths.js";

type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Agreed>;

/** A graph over a database of a test's own, asked on both paths at once; they must agree. */
export interface World {
  readonly graph: Graph;
  readonly database: Database;
  readonly paths: BothPaths;
  /** Asks, whichever path answers. */
  readonly ask: Ask;
  /** Asks what must be answered by one statement, without errors. */
  readonly planned: Ask;
  /** Asks what must be left to the resolvers. */
  readonly resolved: Ask;
  close(): Promise<void>;
}

/** A database, and how to let go of it. */
interface Made {
  readonly database: Database;
  close(): Promise<void>;
}

/** Makes a world of a graph and a database. Only one graph may be loaded per process: names of types are global to TypeGraphQL. */
export async function worldOf(
  graph: Graph,
  computed: readonly Class[],
  { database, close }: Made,
  viewer?: Viewer,
): Promise<World> {
  const paths = await bothPaths(graph, computed, database, viewer);
  const ask: Ask = (query, variables) => askBoth(paths, query, variables);
  const by =
    (path: string): Ask =>
    async (query, variables) => {
      const answer = await ask(query, variables);
      expect(answer.paths).toEqual([path]);
      if (path === "planned") expect(answer.errors).toBeUndefined();
      return answer;
    };
  return {
    graph,
    database,
    paths,
    ask,
    planned: by("planned"),
    resolved: by("resolved"),
    close: async () => {
      await paths.stop();
      await close();
    },
  };
}
