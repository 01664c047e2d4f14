import type { Graph, Kind } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import type { ImportRecord, Target } from "../assemble/resolve.js";
import { identityOf } from "../drafts/draft.js";
import { changesIn } from "./changes.js";
import { freshIds, storedIds } from "./ids.js";
import { kindsInOrder } from "./kind-order.js";
import { storedRow, type StoredRow } from "./stored-row.js";

/** A stored row that the import would change, and in which values. */
export interface ChangedRow {
  readonly row: StoredRow;
  readonly fields: readonly string[];
}

/** What an import would do to one kind. */
export interface KindPlan {
  readonly kind: Kind;
  readonly created: readonly StoredRow[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: number;
}

/** What an import would do, kind by kind in the order in which it can be done. Nothing is written. */
export async function planOf(database: Database, graph: Graph, records: readonly ImportRecord[]): Promise<KindPlan[]> {
  const targets = records.flatMap(({ links }) => [...links.values()].flat());
  const stored = await storedIds(database, [...records, ...targets]);
  const ids = new Map(stored);
  const fresh = records.filter((record) => !stored.has(identityOf(record)));
  const newIds = await freshIds(database, fresh.length);
  fresh.forEach((record, index) => ids.set(identityOf(record), newIds[index]!));
  const idOf = (target: Target): string => ids.get(identityOf(target)) ?? fail(target);
  const plans: KindPlan[] = [];
  for (const kind of kindsInOrder(graph.kinds)) {
    const rows = records.filter((record) => record.kind === kind).map((record) => storedRow(record, idOf));
    const there = rows.filter(({ record }) => stored.has(identityOf(record)));
    const created = rows.filter(({ record }) => !stored.has(identityOf(record)));
    const changes = await changesIn(database, kind, there);
    const changed = there.flatMap((row) => (changes.has(row.id) ? [{ row, fields: changes.get(row.id)! }] : []));
    plans.push({ kind, created, changed, unchanged: there.length - changed.length });
  }
  return plans;
}

function fail({ kind, key }: Target): never {
  throw new Error(`${kind.name} ${key} has been resolved and is not there`);
}
