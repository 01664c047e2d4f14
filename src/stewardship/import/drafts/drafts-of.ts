import type { Graph, Kind } from "../../../graph/model.js";
import type { FileMapping, RecordMapping } from "../mapping.js";
import type { Problem } from "../problem.js";
import type { CsvFile } from "../read/csv-file.js";
import { entriesOf, placeIn, type Row, rowWith } from "../read/row.js";
import { columnProblems, SOURCE_COLUMNS } from "./columns.js";
import type { Draft, FileDrafts, Given, Inferred } from "./draft.js";
import { draftOf } from "./draft-of.js";
import { inferredIn } from "./inferred.js";

/** A file's rows as drafts of records, with everything that keeps the file from being taken. */
export function draftsOf(file: CsvFile, mapping: FileMapping, graph: Graph): FileDrafts {
  const wrongColumns = columnProblems(file, mapping);
  const main = mapping.records.slice(0, 1).map(({ kind }) => graph.kind(kind));
  // Without the right columns every row would be wrong in the same way.
  if (wrongColumns.length > 0)
    return {
      name: file.name,
      drafts: [],
      problems: [...file.problems, ...wrongColumns],
      failed: file.rows.flatMap(() => main),
    };
  const results = file.rows.flatMap((row) => [...rowDrafts(row, mapping, graph)]);
  return {
    name: file.name,
    drafts: results.flatMap(({ draft }) => (draft ? [draft] : [])),
    problems: [...file.problems, ...results.flatMap(({ problems }) => problems)],
    failed: results.flatMap(({ draft, kind }) => (draft ? [] : [kind])),
  };
}

interface Result {
  readonly kind: Kind;
  readonly draft?: Draft;
  readonly problems: readonly Problem[];
}

function* rowDrafts(row: Row, file: FileMapping, graph: Graph): Generator<Result> {
  const applying = file.records.filter(({ when }) => when?.(row) ?? true);
  for (const mapping of applying)
    for (const view of viewsOf(row, mapping)) {
      const kind = graph.kind(mapping.kind);
      const draft = draftOf(view, mapping, graph);
      if (Array.isArray(draft)) yield { kind, problems: draft };
      else if (mapping !== applying[0])
        yield { kind, draft: { ...draft, sources: sourcesIn(row, draft) }, problems: [] };
      else yield mainResult(row, draft, inferredIn(view, mapping, file, graph));
    }
}

function mainResult(row: Row, draft: Draft, inferred: readonly (Inferred | Problem)[]): Result {
  const problems = inferred.filter((one) => "reason" in one);
  if (problems.length > 0) return { kind: draft.kind, problems };
  const concluded = inferred.filter((one) => "field" in one);
  return {
    kind: draft.kind,
    problems,
    draft: { ...draft, main: true, sources: sourcesIn(row, draft), inferred: concluded },
  };
}

const viewsOf = (row: Row, { each }: RecordMapping): Row[] =>
  each === undefined ? [row] : entriesOf(row.cell(each)).map((entry) => rowWith(row, each, entry));

/** What an editor inferred rests on no source of the row: claiming one would be untrue. */
function sourcesIn(row: Row, { values }: Draft): Given<string>[] {
  if (values.get("basis")?.value === "EDITORIAL") return [];
  const [first, more] = SOURCE_COLUMNS;
  const given = (column: string, texts: readonly string[]) =>
    texts.map((value) => ({ value, place: placeIn(row, column) }));
  const main = row.cell(first);
  return [...given(first, main === null ? [] : [main]), ...given(more, entriesOf(row.cell(more)))];
}
