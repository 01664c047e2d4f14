import sql, { raw, type Sql } from "sql-template-tag";
import { constantCase } from "../../declare/naming.js";
import { Text } from "../../types/types.js";
import type { ValueType } from "../../types/value-type.js";
import type { Attribute, Kind, LinkEnd, Row, ValueAttribute } from "../../model.js";
import { comparableOf, comparablePartOf } from "../expression.js";
import { from, rowOf } from "../row.js";

/** Something that rows can be grouped by. */
export interface Dimension {
  /** The field of a group's keys that shows it. */
  readonly key: string;
  readonly description: string;
  /** A value is shown as its type; a node as the node it is. */
  readonly of: ValueType | Kind;
  /** The key of a row, over what `join` has joined. */
  readonly value: (row: Row, joined: Row | undefined) => Sql;
  /** The kind whose rows are joined, and by which link. */
  readonly link?: LinkEnd;
}

const known = new WeakMap<Kind, ReadonlyMap<string, Dimension>>();

/** What a kind can be grouped by: its values, dates cut to year, half-year, quarter or month, and every link. */
export function dimensionsOf(kind: Kind): ReadonlyMap<string, Dimension> {
  const found = known.get(kind) ?? new Map([...dimensions(kind)].map((each) => [constantCase(each.key), each]));
  known.set(kind, found);
  return found;
}

function* dimensions(kind: Kind): Generator<Dimension> {
  for (const attribute of kind.attributes.values()) yield* ofAttribute(attribute);
  for (const link of kind.links.values()) if (link.target) yield ofLink(link, link.target, kind);
}

const NEVER = new Set(["id", "key", "label", "version"]); // as many groups as rows, or nearly

/** Equal numbers are one group, whose key must not depend on which of them PostgreSQL happens to meet first: 7 or 7.00. */
const spelled = (type: ValueType, value: Sql): Sql => (type.name === "Decimal" ? sql`trim_scale(${value})` : value);

/** Long text is searched and not indexed; hardly two rows share it. */
const isProse = ({ searched, indexed }: ValueType): boolean => searched && !indexed;

function* ofAttribute(attribute: Attribute): Generator<Dimension> {
  const { name, description } = attribute;
  if (attribute.shape === "value" && !isProse(attribute.type) && !NEVER.has(name)) {
    yield {
      key: name,
      description,
      of: attribute.type,
      value: (row) => spelled(attribute.type, comparableOf(attribute, row)),
    };
    yield* cutDates(attribute);
  }
  if (attribute.shape !== "embedded" || attribute.derive) return;
  for (const part of attribute.composite.attributes)
    if (part.shape === "value")
      yield {
        key: name + part.name.charAt(0).toUpperCase() + part.name.slice(1),
        description: `${description}: ${part.description}`,
        of: part.type,
        value: (row) => spelled(part.type, comparablePartOf(attribute, part.name, row)),
      };
}

type Cut = "Year" | "HalfYear" | "Quarter" | "Month";

const CUTS: readonly (readonly [Cut, string, string])[] = [
  ["Year", "Jahr", "'YYYY'"],
  ["HalfYear", "Halbjahr", `'YYYY"-H"'`],
  ["Quarter", "Quartal", `'YYYY"-Q"Q'`],
  ["Month", "Monat", "'YYYY-MM'"],
];

/** A date that is vaguer than the cut stays as vague as it is: „2018“ among months. */
function* cutDates(attribute: ValueAttribute): Generator<Dimension> {
  const { name, type } = attribute;
  if (!["PartialDate", "Date", "DateTime"].includes(type.name)) return;
  for (const [cut, german, format] of CUTS)
    yield {
      key: `${name}${cut}`,
      description: `${attribute.description}, auf ${german} verkürzt; ungenauere Angaben bleiben, wie sie sind`,
      of: Text,
      value: (row) => cutDate(type, comparableOf(attribute, row), cut, format),
    };
}

function cutDate(type: ValueType, value: Sql, cut: Cut, format: string): Sql {
  if (type.name === "PartialDate") return cutText(value, cut);
  const day = type.name === "Date" ? value : sql`(${value} AT TIME ZONE 'UTC')`;
  const half = cut === "HalfYear" ? sql` || CASE WHEN extract(month FROM ${day}) <= 6 THEN '1' ELSE '2' END` : sql``;
  return sql`to_char(${day}, ${raw(format)})${half}`;
}

/** A partial date is a text that begins with the year and goes on with the month: cutting it needs no calendar. */
function cutText(value: Sql, cut: Cut): Sql {
  if (cut === "Year") return sql`left(${value}, 4)`;
  if (cut === "Month") return sql`left(${value}, 7)`;
  const [letter, months] = cut === "Quarter" ? ["Q", 3] : ["H", 6];
  const part = sql`${raw(`'-${letter}'`)} || (substr(${value}, 6, 2)::int + ${raw(String(months - 1))}) / ${raw(String(months))}`;
  return sql`CASE WHEN length(${value}) = 4 THEN ${value} ELSE left(${value}, 4) || ${part} END`;
}

/** Named by one of many, unless the kind has an attribute of that name: the plan has publications, and a state of publication. */
function ofLink(link: LinkEnd, target: Kind, { attributes }: Kind): Dimension {
  const one = link.shape === "connection" ? singular(link.name) : link.name;
  return {
    key: attributes.has(one) ? link.name : one,
    description: link.description,
    of: target,
    link,
    value: (_row, joined) => joined!.column("id"),
  };
}

/** The name of one among many: `themes` → `theme`, `bodies` → `body`, `ledProcesses` → `ledProcess`, `children` → `child`. */
const singular = (name: string): string =>
  name.replace(/(ies|sses|ldren|s)$/, (ending) => ({ ies: "y", sses: "ss", ldren: "ld" })[ending] ?? "");

/**
 * Joins the far ends of a link, each once; rows without any stay, with nothing joined. Where the rows are few among all, each
 * looks up its own; else all pairs of the link are read at once.
 */
export function joinOf({ link }: Dimension, row: Row, scoped: boolean): { joined: Row; clause: Sql } | undefined {
  if (!link?.target) return undefined;
  const joined = rowOf(link.target, row.reading, { few: scoped });
  if (link.column)
    return { joined, clause: sql`LEFT JOIN ${from(joined)} ON ${joined.column("id")} = ${row.column(link.column)}` };
  if (scoped) return { joined, clause: lookedUp(link, row, joined) };
  const pair = row.reading.alias();
  const clause = sql`LEFT JOIN ((${link.pairs(row.reading)}) AS ${pair} JOIN ${from(joined)} ON ${joined.column("id")} = ${pair}.target)
    ON ${pair}.owner = ${row.column("id")}`;
  return { joined, clause };
}

const lookedUp = (link: LinkEnd, row: Row, joined: Row): Sql =>
  sql`LEFT JOIN LATERAL (SELECT ${joined.alias}.* FROM ${from(joined)} WHERE ${link.belongs(row.column("id"), joined)}) AS ${joined.alias} ON TRUE`;
