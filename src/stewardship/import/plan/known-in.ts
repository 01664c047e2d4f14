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
  const cited = source ? await sourcesAt(database, drafts) : [];
  for (const { key, id } of cited) ids.set(identityOf({ kind: { name: "Source" }, key }), id);
  const urls = new Map(cited.map(({ key, url }) => [url, key]));
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

interface StoredSource {
  readonly key: string;
  readonly id: string;
  readonly url: string;
}

/** Any text may be an address; those that are none are simply not found. Of two sources with one address the older one is meant. */
async function sourcesAt(database: Database, drafts: readonly Draft[]): Promise<StoredSource[]> {
  const texts = drafts.flatMap(({ sources, links }) => [
    ...sources.map(({ value }) => value),
    ...[...links.values()].flatMap(({ value }) => value.filter((end) => typeof end === "string")),
  ]);
  const given = [...new Set(texts)];
  return database.query(
    sql`SELECT "key", id::text AS id, url FROM source WHERE url = ANY(${given}::text[]) ORDER BY source.id DESC`,
  );
}
