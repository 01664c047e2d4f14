import type { Graph } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import { erasedKeyOf } from "../../privacy/erased-key.js";
import { personalTables } from "../../privacy/personal-kinds.js";
import { storedIds } from "../plan/ids.js";
import { type Draft, type FileDrafts, identityOf } from "./draft.js";

/** Files without what they say of people who have been erased: a file that still names them does not bring them back. */
export async function withoutErased(
  database: Database,
  graph: Graph,
  files: readonly FileDrafts[],
): Promise<readonly FileDrafts[]> {
  const about = new Set([...personalTables(graph).values(), "Statement"]);
  const wanted = files.flatMap(({ drafts }) => drafts.filter(({ kind }) => about.has(kind.name)).map(onceErased));
  const erased = await storedIds(database, wanted);
  if (erased.size === 0) return files;
  const stays = (draft: Draft): boolean => !erased.has(identityOf(onceErased(draft)));
  return files.map((file) => ({ ...file, drafts: file.drafts.filter(stays) }));
}

const onceErased = ({ kind, key }: Pick<Draft, "kind" | "key">) => ({ kind, key: erasedKeyOf(key) });
