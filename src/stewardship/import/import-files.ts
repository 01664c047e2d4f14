import type { Graph } from "../../graph/model.js";
import type { Database } from "../../platform/database/database.js";
import { apply, type Written } from "./apply/apply.js";
import { RowsRefused } from "./apply/refusal.js";
import { assemble, type Assembly } from "./assemble/assemble.js";
import { conventionFor } from "./drafts/convention.js";
import type { FileDrafts } from "./drafts/draft.js";
import { draftsOf } from "./drafts/drafts-of.js";
import { withoutErased } from "./drafts/without-erased.js";
import type { Mapping } from "./mapping.js";
import { knownIn } from "./plan/known-in.js";
import { type KindPlan, planOf } from "./plan/plan.js";
import type { Problem } from "./problem.js";
import type { CsvFile } from "./read/csv-file.js";
import { unknownFile } from "./reasons.js";

/** What an import is about. */
export interface ImportSetting {
  readonly graph: Graph;
  readonly mapping: Mapping;
}

/** What an import would do or has done. */
export interface Outcome {
  readonly files: readonly FileDrafts[];
  readonly assembly: Assembly;
  readonly plans: readonly KindPlan[];
}

/** Files as drafts of records, in the order of the mapping; those that it does not list follow, read by convention. */
export function draftFiles(files: readonly CsvFile[], { graph, mapping }: ImportSetting): FileDrafts[] {
  const listed = mapping.files.map(({ file }) => file);
  const rank = ({ name }: CsvFile) => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return [...files]
    .sort((one, other) => rank(one) - rank(other))
    .map((file) => {
      const own =
        mapping.files.find((each) => each.file === file.name) ?? conventionFor(file.name, file.columns, graph);
      if (own) return draftsOf(file, own, graph);
      const unknown = { place: { file: file.name, line: 1 }, reason: unknownFile() };
      return { name: file.name, drafts: [], problems: [...file.problems, unknown], failed: [] };
    });
}

/** What an import of these files would do to the database; nothing is written. */
export async function foresee(
  database: Database,
  given: readonly FileDrafts[],
  setting: ImportSetting,
  refused: readonly Problem[] = [],
): Promise<Outcome> {
  const files = await withoutErased(database, setting.graph, given);
  const known = await knownIn(database, files, setting);
  const assembly = assemble(files, { ...setting, known }, refused);
  return { files, assembly, plans: await planOf(database, setting.graph, assembly.records) };
}

/** Does what an import foresees, all of it or nothing. A file of which the database refuses a row is left out, and the rest is tried again. */
export async function importFiles(
  database: Database,
  files: readonly FileDrafts[],
  setting: ImportSetting,
  begun: (outcome: Outcome) => Written,
): Promise<Outcome> {
  const refused: Problem[] = [];
  for (;;) {
    try {
      const outcome = await foresee(database, files, setting, refused);
      await database.transaction((connection) => apply(connection, outcome.plans, begun(outcome)));
      return outcome;
    } catch (error) {
      if (!(error instanceof RowsRefused)) throw error;
      refused.push(...error.problems);
    }
  }
}
