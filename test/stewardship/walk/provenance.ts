import { at, type FileWalk } from "./walk.js";

/** Where things come from: the two files that were written beside the city's data. */
export const provenance: readonly FileWalk[] = [
  {
    file: "sources.csv",
    ask: { sources: `key title url publisher kind` },
    is: (node: { url: string }, row) => node.url === row["url"],
    columns: {
      key: (node: { key: string }, cell) => (node.key === cell.replace(/[^a-z0-9]+/g, "-") ? cell : node.key),
      label: at("title"),
      url: at("url"),
      publisher: at("publisher"),
      kind: at("kind"),
    },
  },
  {
    file: "statements.csv",
    ask: {
      "statements(where: { attribute: { isNull: false } })": `subjectKind subject { key } attribute value rank basis reason locator source { key url }`,
    },
    is: (node, row) =>
      node.subjectKind === row["subject_kind"] &&
      node.subject.key === row["subject_key"] &&
      node.attribute === row["attribute"] &&
      node.value === row["value"] &&
      node.rank === row["rank"] &&
      (node.reason ?? "") === row["reason"],
    columns: {
      subject_kind: at("subjectKind"),
      subject_key: at("subject.key"),
      attribute: at("attribute"),
      value: at("value"),
      rank: at("rank"),
      reason: at("reason"),
      source_url: (node) => (node.source.key === "seed-10-jahre-iksp" ? "seed" : node.source.url),
      locator: at("locator"),
      basis: at("basis"),
    },
  },
];
