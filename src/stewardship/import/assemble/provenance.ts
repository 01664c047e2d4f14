import type { Kind } from "../../../graph/model.js";
import { statementKey } from "../cells/provenance/statement-key.js";
import type { Draft, Given, Json, Reference } from "../drafts/draft.js";
import type { Problem } from "../problem.js";
import type { SourceBook } from "./source-book.js";

interface Said {
  readonly key: string;
  readonly given: Given<string>;
  readonly values: Readonly<Record<string, Json>>;
  readonly source: readonly Reference[];
}

/** The statements that a record's row makes: what the whole record rests on, and which fields an editor inferred. */
export function statementsOn(subject: Draft, statement: Kind, book: SourceBook): (Draft | Problem)[] {
  const supports = supportsOf(subject, book);
  const inferences = subject.inferred.map((inferred): Said => {
    const { field, value } = inferred;
    const key = statementKey({ subject, attribute: field, value });
    const values = { attribute: field, value, rank: "NORMAL", basis: "EDITORIAL", position: "0" };
    return { key, given: inferred, values, source: [] };
  });
  return [...supports, ...inferences].map((said) => ("reason" in said ? said : draftOf(said, subject, statement)));
}

/** In the order in which they are given; the first is the preferred one, and no source supports a record twice. */
function supportsOf(subject: Draft, book: SourceBook): (Said | Problem)[] {
  const found = new Map<string, Given<string>>();
  const problems: Problem[] = [];
  for (const given of subject.sources) {
    const key = book.keyOf(given);
    if (typeof key !== "string") problems.push(key);
    else if (!found.has(key)) found.set(key, given);
  }
  const supports = [...found].map(([source, given], position): Said => {
    const key = statementKey({ subject, source: given.value });
    const rank = position === 0 ? "PREFERRED" : "NORMAL";
    const values = { attribute: null, value: null, rank, basis: "SOURCE", position: String(position) };
    return { key, given, values, source: [source] };
  });
  return [...supports, ...problems];
}

function draftOf({ key, given: { place }, values, source }: Said, subject: Draft, kind: Kind): Draft {
  const given = <T>(value: T): Given<T> => ({ value, place });
  const links = new Map<string, Given<readonly Reference[]>>([
    ["subject", given([{ kind: subject.kind.name, key: subject.key }])],
    ["source", given(source)],
  ]);
  const fields = new Map(Object.entries(values).map(([name, value]) => [name, given(value)]));
  return { kind, key, places: [place], main: false, values: fields, links, choices: [], sources: [], inferred: [] };
}
