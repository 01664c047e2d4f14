import { type Acting, actAs } from "../../access/acting.js";
import type { Graph } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import type { Log } from "../../platform/log.js";
import { draftFiles, importFiles, type Outcome } from "./import-files.js";
import type { Mapping } from "./mapping.js";
import { mappingOfFolder } from "./mapping-of-folder.js";
import { oneAtATime } from "./one-at-a-time.js";
import { type Output, progressOn } from "./progress.js";
import { readFolder } from "./read/folder.js";
import { kindSummaries, type LoadSummary } from "./summary.js";
import { tableOf } from "./table.js";

/** What to load, into what, and where to tell of it. */
export interface SeedOptions {
  readonly database: Database;
  readonly graph: Graph;
  /** A folder of CSV files. */
  readonly folder: string;
  readonly log: Log;
  readonly output: Output;
  /** The folder's own mapping, if absent. */
  readonly mapping?: Mapping;
}

/** Loads a folder of data: what is there already and the same stays untouched, so loading again changes nothing. Throws StartError when there is no such folder. */
export async function loadSeeds(options: SeedOptions): Promise<LoadSummary> {
  const { database, graph, folder, log, output } = options;
  const started = performance.now();
  const mapping = options.mapping ?? (await mappingOfFolder(folder));
  const files = draftFiles(await readFolder(folder), { graph, mapping });
  const { assembly, plans } = await database.transaction(async (transaction) => {
    await oneAtATime(transaction);
    await actAs(transaction, IMPORTING);
    return showing(output, (begun) => importFiles(transaction, files, { graph, mapping }, begun));
  });
  const kinds = kindSummaries(graph, files, assembly, plans);
  const summary = { kinds, problems: assembly.problems, seconds: (performance.now() - started) / 1000 };
  output.write(tableOf(summary));
  const count = (state: "created" | "changed") => kinds.reduce((sum, kind) => sum + kind[state], 0);
  if (count("created") + count("changed") > 0) await gatherStatistics(database);
  const details = { folder, created: count("created"), changed: count("changed"), problems: assembly.problems.length };
  if (assembly.problems.length > 0) log.warn(details, "data loaded in part: some files have been left out");
  else log.info(details, "data loaded");
  return summary;
}

/** PostgreSQL knows how large the tables are, and what stands in them, before the first question comes. */
const gatherStatistics = (database: Database): Promise<unknown> =>
  database.transaction(async (transaction) => {
    await actAs(transaction, IMPORTING);
    await transaction.query({ text: "SELECT gather_statistics()", values: [] });
  });

/** Data come in on behalf of the stewards. */
const IMPORTING: Acting = { actor: "import", role: "STEWARD", departments: [], reason: "import of files" };

type Begun = Parameters<typeof importFiles>[3];

async function showing(output: Output, work: (begun: Begun) => Promise<Outcome>): Promise<Outcome> {
  const progress = progressOn(output);
  const begun: Begun = ({ plans }) => {
    progress.start(plans.reduce((sum, { created, changed }) => sum + created.length + changed.length, 0));
    return (kind, rows) => progress.step(kind.name, rows);
  };
  try {
    return await work(begun);
  } finally {
    progress.stop();
  }
}
