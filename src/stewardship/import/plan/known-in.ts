import sql from "sql-template-tag";
import type { Graph } from "../../../graph/model.js";
import type { Database } from "../../../platform/database/database.js";
import type { Known } from "../assemble/known.js";
import type { Target } from "../assemble/resolve.js";
import { type Draft, type FileDrafts, identityOf } from "../drafts/draft.js";
import { targetOf } from "../fields.js";
import type { Mapping } from "../mapping.js";
import { storedIds } from "./ids.js";

/** Looks up what the drafts of these files may refer to or change. */
export async function knownIn(
  database: Database,
  files: readonly FileDrafts[],
  { graph, mapping }: { graph: Graph; mapping: Mapping },
): Promise<Known> {
  const drafts = files.flatMap((file) => file.drafts);
  const source = graph.kinds.find(({ name }) => name === "Source");
  const words = source ? Object.values(mapping.sourceWords ?? {}).map((key) => ({ kind: source, key })) : [];
  const ids = await storedIds(database, [...drafts.flatMap((draft) => mentionedBy(draft, graph)), ...words]);
  const urls = source ? await sourcesAt(database, drafts) : new Map<string, string>();
  return { idOf: (kind, key) => ids.get(identityOf({ kind, key })), sourceAt: (url) => urls.get(url) };
}

function mentionedBy(draft: Draft, graph: Graph): Target[] {
  const ends = [...draft.links].flatMap(([link, { value }]) =>
    value.flatMap((reference): Target[] => {
      if (typeof reference !== "string") return [{ kind: graph.kind(reference.kind), key: reference.key }];
      const kind = targetOf(draft.kind, link);
      return kind ? [{ kind, key: reference }] : [];
    }),
  );
  const choices = draft.choices.flatMap(({ links, value: key }) =>
    links.flatMap((link) => {
      const kind = targetOf(draft.kind, link);
      return kind ? [{ kind, key }] : [];
    }),
  );
  return [draft, ...ends, ...choices];
}

/** Any text may be an address; those that are none are simply not found. */
async function sourcesAt(database: Database, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const texts = drafts.flatMap(({ sources, links }) => [
    ...sources.map(({ value }) => value),
    ...[...links.values()].flatMap(({ value }) => value.filter((end) => typeof end === "string")),
  ]);
  const statement = sql`SELECT "key", url FROM source WHERE url = ANY(${[...new Set(texts)]}::text[]) ORDER BY id DESC`;
  const rows = await database.query<{ key: string; url: string }>(statement);
  return new Map(rows.map(({ key, url }) => [url, key]));
}
