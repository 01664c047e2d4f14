import { everythingOn } from "../declare/collected.js";
import type {
  Contribution,
  Contributions,
  Kind,
  LinkDeclaration,
  LinkEnd,
  LinksDeclaration,
  ShortcutDeclaration,
  Target,
} from "../model.js";
import { kindDeclarationOf } from "../declare/kind.js";
import { snakeCase } from "../declare/naming.js";
import { across, backward, either, forward, listed, narrowed, type Reach, type Via } from "./reach.js";
import { NodeEntry } from "../provenance/registry.js";
import { pairColumns, pairTable } from "../declare/store.js";

type Lookup = (name: string) => Kind;

/** Every end of every link among the kinds: those that a class declares and those that it contributes to others. */
export function* linkEndsOf(kinds: readonly Kind[], kind: Lookup): Generator<LinkEnd> {
  for (const each of kinds) {
    const { links, manyLinks, shortcuts, once } = everythingOn(each.target);
    for (const link of links) yield* endsOfLink(each, link, kind);
    for (const link of manyLinks) yield* endsOfPairs(each, link, kind);
    for (const shortcut of shortcuts) {
      const single = once.some(
        (ends) => ends.length === 2 && ends.includes(shortcut.from) && ends.includes(shortcut.to),
      );
      yield* endsOfShortcut({ kind: each, single }, shortcut, links, kind);
    }
  }
}

function targetOf(target: Target, kind: Lookup): Kind | null {
  if (typeof target === "string") return kind(target);
  const aClass = target();
  return aClass === NodeEntry ? null : kind(kindDeclarationOf(aClass).name);
}

function* contributed(fields: Contributions, from: Kind, target: Kind, reach: Reach, via?: string): Generator<LinkEnd> {
  for (const [name, given] of Object.entries(fields)) {
    const contribution: Contribution = typeof given === "string" ? { description: given } : given;
    const { description, shape = "connection", where } = contribution;
    yield { name, description, shape, required: false, from, target, via, ...narrowed(reach, target, where) };
  }
}

function* endsOfLink(from: Kind, link: LinkDeclaration, kind: Lookup): Generator<LinkEnd> {
  const { name, description, required, hiddenWith } = link;
  const column = `${snakeCase(name)}_id`;
  const target = targetOf(link.target, kind);
  yield { name, description, required, hiddenWith, shape: "one", from, target, column, ...forward(from, column) };
  if (target) yield* contributed(link.inverse, target, from, backward(from, column), name);
}

function* endsOfPairs(from: Kind, link: LinksDeclaration, kind: Lookup): Generator<LinkEnd> {
  const target = targetOf(link.target, kind)!;
  const table = pairTable(from.table, link.name);
  const [own, far] = pairColumns(from.table, link.name);
  yield* contributed({ [link.name]: link.description }, from, target, listed(table, own, far));
  yield* contributed(link.inverse, target, from, listed(table, far, own));
}

function* endsOfShortcut(via: Via, shortcut: ShortcutDeclaration, links: readonly LinkDeclaration[], kind: Lookup) {
  const endOf = (name: string): { kind: Kind; column: string } => {
    const link = links.find((each) => each.name === name);
    if (!link) throw new Error(`${via.kind.name} has no link ${name} for its shortcut`);
    return { kind: targetOf(link.target, kind)!, column: `${snakeCase(name)}_id` };
  };
  const [near, far] = [endOf(shortcut.from), endOf(shortcut.to)];
  const ahead = across(via, near.column, far.column, shortcut.where);
  const back = across(via, far.column, near.column, shortcut.where);
  yield* contributed(shortcut.forward ?? {}, near.kind, far.kind, ahead);
  yield* contributed(shortcut.backward ?? {}, far.kind, near.kind, back);
  yield* contributed(shortcut.both ?? {}, near.kind, far.kind, either(ahead, back));
}
