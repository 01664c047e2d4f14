import type { Graph, Kind } from "../../../graph/model.js";
import { type Draft, type FileDrafts, identityOf } from "../drafts/draft.js";
import type { Mapping } from "../mapping.js";
import type { Problem } from "../problem.js";
import type { Known } from "./known.js";
import { merge } from "./merge.js";
import { statementsOn } from "./provenance.js";
import { type ImportRecord, resolve } from "./resolve.js";
import { sourceBook } from "./source-book.js";

/** What an import works with. */
export interface Setting {
  readonly graph: Graph;
  readonly mapping: Mapping;
  readonly known: Known;
}

/** The records that can be loaded, and why the other files cannot. */
export interface Assembly {
  readonly records: readonly ImportRecord[];
  readonly problems: readonly Problem[];
  /** The files with problems; nothing of them is among the records. */
  readonly leftOut: ReadonlySet<string>;
}

/** Puts the records of all files together. A file with a problem is left out as a whole, and so are those that refer to what it holds. */
export function assemble(files: readonly FileDrafts[], setting: Setting, refused: readonly Problem[] = []): Assembly {
  const problems = [...files.flatMap((file) => file.problems), ...refused];
  for (;;) {
    const leftOut = new Set(problems.map(({ place }) => place.file));
    const step = puttingTogether(files, leftOut, setting);
    problems.push(...step.problems);
    if (step.problems.length === 0) return { records: step.records, problems, leftOut };
  }
}

function puttingTogether(files: readonly FileDrafts[], leftOut: ReadonlySet<string>, setting: Setting) {
  const { drafts, problems } = merge(files.filter(({ name }) => !leftOut.has(name)).flatMap((file) => file.drafts));
  const book = bookOver(drafts, setting);
  const statements = book ? statementsAbout(drafts, setting.graph.kind("Statement"), book) : [];
  const made = statements.filter((one) => "places" in one);
  const around = { ...setting, book, loaded: drafts, lost: lostIn(files, leftOut) };
  const resolved = [...drafts.values(), ...made].map((draft) => resolve(draft, around));
  // Sources may be made until the last reference to one is resolved.
  const sources = (book?.made() ?? []).map((draft) => resolve(draft, around));
  const results = [...resolved, ...sources];
  return {
    records: results.flatMap((result) => (Array.isArray(result) ? [] : [result])),
    problems: [
      ...problems,
      ...statements.filter((one) => "reason" in one),
      ...results.flatMap((result) => (Array.isArray(result) ? result : [])),
    ],
  };
}

const kindIn = (graph: Graph, name: string): Kind | undefined => graph.kinds.find((kind) => kind.name === name);

/** A graph without sources has nothing to look up. */
function bookOver(drafts: ReadonlyMap<string, Draft>, { graph, mapping, known }: Setting) {
  const source = kindIn(graph, "Source");
  return source && kindIn(graph, "Statement") && sourceBook(source, drafts, mapping.sourceWords ?? {}, known);
}

/** A statement that a file lists says more than the same one made from a row. */
function statementsAbout(
  drafts: ReadonlyMap<string, Draft>,
  statement: Kind,
  book: Parameters<typeof statementsOn>[2],
) {
  return [...drafts.values()]
    .filter(({ kind }) => kind.name !== "Source" && kind !== statement)
    .flatMap((draft) => statementsOn(draft, statement, book))
    .filter((one) => "reason" in one || !drafts.has(identityOf(one)));
}

function lostIn(files: readonly FileDrafts[], leftOut: ReadonlySet<string>): Map<string, string> {
  const lost = files.filter(({ name }) => leftOut.has(name));
  return new Map(lost.flatMap(({ name, drafts }) => drafts.map((draft) => [identityOf(draft), name] as const)));
}
