import type { Graph, Kind } from "../../../graph/model.js";
import { type Choice, type Draft, type Given, identityOf, type Json, type Reference } from "../drafts/draft.js";
import { fieldsOf, isNeeded, targetOf } from "../fields.js";
import type { Problem, Reason } from "../problem.js";
import { leftOut, missingValue, unknownReference } from "../reasons.js";
import type { Place } from "../read/row.js";
import type { Known } from "./known.js";
import type { SourceBook } from "./source-book.js";

/** A node of a known kind. */
export interface Target {
  readonly kind: Kind;
  readonly key: string;
}

/** A record whose links are known to have far ends. Fields that it does not hold stay as they are. */
export interface ImportRecord extends Target {
  readonly places: readonly [Place, ...Place[]];
  readonly values: ReadonlyMap<string, Json>;
  readonly links: ReadonlyMap<string, readonly Target[]>;
}

/** What references are resolved against. */
export interface Surroundings {
  readonly graph: Graph;
  readonly known: Known;
  /** The records that would be loaded. */
  readonly loaded: ReadonlyMap<string, Draft>;
  /** The file in which a record stands that will not be loaded. */
  readonly lost: ReadonlyMap<string, string>;
  readonly book: SourceBook | undefined;
}

/** The draft as a record, or everything that it lacks. */
export function resolve(draft: Draft, around: Surroundings): ImportRecord | Problem[] {
  const problems: Problem[] = [];
  const links = new Map<string, readonly Target[]>();
  for (const [name, { value, place }] of draft.links) {
    const ends = value.map((reference) => endOf({ value: reference, place }, draft.kind, name, around));
    problems.push(...ends.filter((end) => "reason" in end));
    links.set(
      name,
      ends.filter((end) => "key" in end),
    );
  }
  for (const choice of draft.choices) {
    const chosen = chosenEnd(choice, draft.kind, around);
    if ("reason" in chosen) problems.push(chosen);
    else for (const name of choice.links) links.set(name, name === chosen.link ? [chosen.end] : []);
  }
  const values = new Map([...draft.values].map(([name, { value }]) => [name, value]));
  problems.push(...lacking(draft, links, around));
  return problems.length > 0 ? problems : { kind: draft.kind, key: draft.key, places: draft.places, values, links };
}

function endOf(given: Given<Reference>, kind: Kind, link: string, around: Surroundings): Target | Problem {
  const { value, place } = given;
  if (typeof value !== "string") return found({ kind: around.graph.kind(value.kind), key: value.key }, place, around);
  const target = targetAt(kind, link);
  if (target.name !== "Source" || !around.book) return found({ kind: target, key: value }, place, around);
  const key = around.book.keyOf({ value, place });
  return typeof key === "string" ? { kind: target, key } : key;
}

function targetAt(kind: Kind, link: string): Kind {
  const target = targetOf(kind, link);
  if (!target) throw new Error(`${kind.name}.${link} needs the kind of its far end`);
  return target;
}

const isThere = (target: Target, { loaded, known }: Surroundings): boolean =>
  loaded.has(identityOf(target)) || known.idOf(target.kind, target.key) !== undefined;

const found = (target: Target, place: Place, around: Surroundings): Target | Problem =>
  isThere(target, around) ? target : { place, reason: reasonOf([target], around) };

function reasonOf(targets: readonly [Target, ...Target[]], { lost }: Surroundings): Reason {
  const [{ key }] = targets;
  const file = targets.map((target) => lost.get(identityOf(target))).find((name) => name !== undefined);
  return file === undefined
    ? unknownReference(targets.map(({ kind }) => kind.german).join("/"), key)
    : leftOut(key, file);
}

function chosenEnd({ value: key, links, place }: Choice, kind: Kind, around: Surroundings) {
  const ends = links.map((link) => ({ link, end: { kind: targetAt(kind, link), key } }));
  const chosen = ends.find(({ end }) => isThere(end, around));
  return chosen ?? { place, reason: reasonOf(ends.map(({ end }) => end) as [Target, ...Target[]], around) };
}

/** A stored record keeps what the file does not give; a new one must be given it. */
function lacking(draft: Draft, links: ReadonlyMap<string, unknown>, { known }: Surroundings): Problem[] {
  if (known.idOf(draft.kind, draft.key) !== undefined) return [];
  return [...fieldsOf(draft.kind).values()]
    .filter((field) => isNeeded(field) && !draft.values.has(field.name) && !links.has(field.name))
    .map(({ name }) => ({ place: draft.places[0], reason: missingValue(name) }));
}
