import { Url } from "../../../graph/types/types.js";
import type { Kind } from "../../../graph/model.js";
import { fingerprintOf } from "../cells/fingerprint.js";
import { slugOf } from "../cells/slug.js";
import { type Draft, type Given, identityOf } from "../drafts/draft.js";
import { valueOf } from "../drafts/format.js";
import type { Problem } from "../problem.js";
import { unknownReference } from "../reasons.js";
import type { Place } from "../read/row.js";
import type { Known } from "./known.js";

/** Finds sources by address, and makes those that no file lists. */
export interface SourceBook {
  /** The key of the source that an address, a word or a key means, or why there is none. */
  readonly keyOf: (given: Given<string>) => string | Problem;
  /** The sources that no file lists and the database does not have. */
  readonly made: () => readonly Draft[];
}

/** Opens the book of sources over what the files list and what is stored. */
export function sourceBook(
  source: Kind,
  listed: ReadonlyMap<string, Draft>,
  words: Readonly<Record<string, string>>,
  known: Known,
): SourceBook {
  const byUrl = new Map(
    [...listed.values()].filter((draft) => draft.kind === source).map((draft) => [urlOf(draft), draft.key]),
  );
  const made = new Map<string, Draft>();
  const isThere = (key: string) =>
    made.has(key) || listed.has(identityOf({ kind: source, key })) || known.idOf(source, key) !== undefined;
  const make = ({ value: url, place }: Given<string>): string | Problem => {
    const read = valueOf(url, Url);
    if (typeof read !== "string") return { place, reason: read };
    const draft = sourceAt(source, url, place);
    byUrl.set(url, draft.key);
    made.set(draft.key, draft);
    return draft.key;
  };
  const keyOf = (given: Given<string>): string | Problem => {
    const word = Object.hasOwn(words, given.value) ? words[given.value]! : given.value;
    if (isThere(word)) return word;
    if (word !== given.value) return { place: given.place, reason: unknownReference(source.german, word) };
    return byUrl.get(word) ?? known.sourceAt(word) ?? make(given);
  };
  return { keyOf, made: () => [...made.values()] };
}

const urlOf = ({ values }: Draft) => values.get("url")?.value;

/** A source by convention: named after the host, until someone gives it a title. */
function sourceAt(kind: Kind, url: string, place: Place): Draft {
  const host = new URL(url).hostname.replace(/^www\./, "");
  const values = new Map([
    ["title", { value: host, place }],
    ["url", { value: url, place }],
  ]);
  const key = `${slugOf(host)}-${fingerprintOf(url)}`;
  return { kind, key, places: [place], main: false, values, links: new Map(), choices: [], sources: [], inferred: [] };
}
