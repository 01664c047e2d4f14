import sql, { raw } from "sql-template-tag";
import { conditionOf } from "../sql/condition.js";
import { from, rowOf } from "../sql/row.js";
import { everythingOn } from "./collected.js";
import type {
  Contribution,
  Contributions,
  FilterInput,
  Kind,
  LinkDeclaration,
  LinkEnd,
  LinksDeclaration,
  ShortcutDeclaration,
  Target,
} from "../model.js";
import { kindDeclarationOf } from "./kind.js";
import { snakeCase } from "./naming.js";
import { NodeEntry } from "../provenance/registry.js";
import { pairColumns, pairTable } from "./store.js";

type Lookup = (name: string) => Kind;
type Belongs = LinkEnd["belongs"];

/** Every end of every link among the kinds: those that a class declares and those that it contributes to others. */
export function* linkEndsOf(kinds: readonly Kind[], kind: Lookup): Generator<LinkEnd> {
  for (const each of kinds) {
    const { links, manyLinks, shortcuts } = everythingOn(each.target);
    for (const link of links) yield* endsOfLink(each, link, kind);
    for (const link of manyLinks) yield* endsOfPairs(each, link, kind);
    for (const shortcut of shortcuts) yield* endsOfShortcut(each, shortcut, links, kind);
  }
}

function targetOf(target: Target, kind: Lookup): Kind | null {
  if (typeof target === "string") return kind(target);
  const aClass = target();
  return aClass === NodeEntry ? null : kind(kindDeclarationOf(aClass).name);
}

function* contributed(fields: Contributions, from: Kind, target: Kind, belongs: Belongs): Generator<LinkEnd> {
  for (const [name, given] of Object.entries(fields)) {
    const {
      description,
      shape = "connection",
      where,
    }: Contribution = typeof given === "string" ? { description: given } : given;
    const narrowed: Belongs = (owner, row) => sql`${belongs(owner, row)} AND ${conditionOf(where, row)}`;
    yield { name, description, shape, required: false, from, target, belongs: where ? narrowed : belongs };
  }
}

function* endsOfLink(from: Kind, link: LinkDeclaration, kind: Lookup): Generator<LinkEnd> {
  const { name, description, required } = link;
  const column = `${snakeCase(name)}_id`;
  const target = targetOf(link.target, kind);
  const belongs: Belongs = (owner, row) => sql`${row.column("id")} = ${owner}`;
  yield { name, description, required, shape: "one", from, target, column, belongs };
  if (target) yield* contributed(link.inverse, target, from, (owner, row) => sql`${row.column(column)} = ${owner}`);
}

function* endsOfPairs(from: Kind, link: LinksDeclaration, kind: Lookup): Generator<LinkEnd> {
  const target = targetOf(link.target, kind)!;
  const table = raw(`"${pairTable(from.table, link.name)}"`);
  const [own, far] = pairColumns(from.table, link.name).map((column) => raw(`"${column}"`)) as [never, never];
  const pairs =
    (select: never, by: never): Belongs =>
    (owner, row) =>
      sql`${row.column("id")} IN (SELECT p.${select} FROM ${table} AS p WHERE p.${by} = ${owner})`;
  const forward = { [link.name]: link.description };
  yield* contributed(forward, from, target, pairs(far, own));
  yield* contributed(link.inverse, target, from, pairs(own, far));
}

/** Rows at one end of a link kind whose other end is the owner. */
function across(via: Kind, by: string, select: string, where: FilterInput | undefined): Belongs {
  return (owner, row) => {
    const link = rowOf(via, row.reading);
    return sql`${row.column("id")} IN (SELECT ${link.column(select)} FROM ${from(link)}
      WHERE ${link.column(by)} = ${owner} AND ${conditionOf(where, link)})`;
  };
}

function* endsOfShortcut(via: Kind, shortcut: ShortcutDeclaration, links: readonly LinkDeclaration[], kind: Lookup) {
  const [near, far] = [shortcut.from, shortcut.to].map((name) => {
    const link = links.find((each) => each.name === name);
    if (!link) throw new Error(`${via.name} has no link ${name} for its shortcut`);
    return { kind: targetOf(link.target, kind)!, column: `${snakeCase(name)}_id` };
  }) as [{ kind: Kind; column: string }, { kind: Kind; column: string }];
  const forward = across(via, near.column, far.column, shortcut.where);
  const backward = across(via, far.column, near.column, shortcut.where);
  yield* contributed(shortcut.forward ?? {}, near.kind, far.kind, forward);
  yield* contributed(shortcut.backward ?? {}, far.kind, near.kind, backward);
  const both: Belongs = (owner, row) => sql`(${forward(owner, row)} OR ${backward(owner, row)})`;
  yield* contributed(shortcut.both ?? {}, near.kind, far.kind, both);
}
