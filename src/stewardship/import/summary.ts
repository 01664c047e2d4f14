import type { Graph, Kind } from "../../graph/model.js";
import type { Assembly } from "./assemble/assemble.js";
import { type FileDrafts, identityOf } from "./drafts/draft.js";
import type { KindPlan } from "./plan/plan.js";
import type { Problem } from "./problem.js";

/** What became of the records of one kind. */
export interface KindSummary {
  /** The kind's name in the API. */
  readonly kind: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What an import did: kinds of which no file speaks are left out. */
export interface LoadSummary {
  readonly kinds: readonly KindSummary[];
  readonly problems: readonly Problem[];
  readonly seconds: number;
}

/** Counts what a plan does and what was left out. */
export function kindSummaries(
  graph: Graph,
  files: readonly FileDrafts[],
  { leftOut }: Assembly,
  plans: readonly KindPlan[],
): KindSummary[] {
  const loaded = new Set(plans.flatMap(({ created }) => created.map(({ record }) => identityOf(record))));
  const lost = files.filter(({ name }) => leftOut.has(name));
  return graph.kinds.flatMap((kind) => {
    const { created = [], changed = [], unchanged = 0 } = plans.find((plan) => plan.kind === kind) ?? {};
    const rejected = rejectedOf(kind, lost, loaded);
    const none = created.length + changed.length + unchanged + rejected === 0;
    return none ? [] : [{ kind: kind.name, created: created.length, changed: changed.length, unchanged, rejected }];
  });
}

function rejectedOf(kind: Kind, lost: readonly FileDrafts[], loaded: ReadonlySet<string>): number {
  const drafts = lost.flatMap((file) => file.drafts).filter((draft) => draft.kind === kind);
  const missing = new Set(drafts.map(identityOf).filter((identity) => !loaded.has(identity)));
  return missing.size + lost.flatMap(({ failed }) => failed).filter((each) => each === kind).length;
}
