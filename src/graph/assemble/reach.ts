import sql, { raw, type Sql } from "sql-template-tag";
import type { FilterInput, Kind, LinkEnd, Reading } from "../model.js";
import { conditionOf } from "../sql/filter/condition.js";
import { from, rowOf } from "../sql/row.js";

/** How an end of a link finds the rows at the other: for one owner, and for all owners at once. */
export type Reach = Pick<LinkEnd, "belongs" | "related" | "pairs" | "stored">;

function direct(column: string): Pick<Reach, "belongs" | "related"> {
  const belongs: LinkEnd["belongs"] = (owner, row) => sql`${row.column(column)} = ${owner}`;
  return { belongs, related: belongs };
}

/** A list of ids is looked up one by one in the order of the primary key, which is the default order of lists; a set may be joined. */
function chosen(ids: (owner: Sql, reading: Reading) => Sql): Pick<Reach, "belongs" | "related"> {
  return {
    belongs: (owner, row) => sql`${row.column("id")} = ANY(ARRAY(${ids(owner, row.reading)}))`,
    related: (owner, row) => sql`${row.column("id")} IN (${ids(owner, row.reading)})`,
  };
}

/** The row that a foreign key on the near side names. */
export const forward = (near: Kind, column: string): Reach => ({
  ...direct("id"),
  stored: [{ table: near.table, owner: "id", target: column }],
  pairs: (reading) => keyed(near, column, reading, "id", column),
});

/** The rows of the far side whose foreign key names the owner. */
export const backward = (far: Kind, column: string): Reach => ({
  ...direct(column),
  stored: [{ table: far.table, owner: column, target: "id" }],
  pairs: (reading) => keyed(far, column, reading, column, "id"),
});

function keyed(kind: Kind, column: string, reading: Reading, owner: string, target: string): Sql {
  const row = rowOf(kind, reading);
  return sql`SELECT ${row.column(owner)} AS owner, ${row.column(target)} AS target FROM ${from(row)}
    WHERE ${row.column(column)} IS NOT NULL`;
}

/** The rows that a table of pairs names beside the owner. */
export function listed(table: string, near: string, far: string): Reach {
  const [pairs, owner, target] = [table, near, far].map((name) => raw(`"${name}"`)) as [Sql, Sql, Sql];
  const ids = (id: Sql, reading: Reading): Sql => {
    reading.touch(table);
    return sql`SELECT p.${target} FROM ${pairs} AS p WHERE p.${owner} = ${id}`;
  };
  return {
    ...chosen(ids),
    stored: [{ table, owner: near, target: far }],
    pairs: (reading) => {
      reading.touch(table);
      return sql`SELECT ${owner} AS owner, ${target} AS target FROM ${pairs}`;
    },
  };
}

/** Both ends of a link kind are read for themselves wherever it is walked across. */
const EVERY_END = { known: "*" };

/** A link kind, and whether two nodes are linked by one of its rows at most. */
export interface Via {
  readonly kind: Kind;
  readonly single: boolean;
}

/** The rows that a link kind names beside the owner, where it fulfils a condition; each once, however often it is named. */
export function across(via: Via, near: string, far: string, where: FilterInput | undefined): Reach {
  const ids = (owner: Sql, reading: Reading): Sql => {
    const link = rowOf(via.kind, reading, EVERY_END);
    return sql`SELECT ${link.column(far)} FROM ${from(link)}
      WHERE ${link.column(near)} = ${owner} AND ${conditionOf(where, link)}`;
  };
  const { attributes, table } = via.kind;
  const isOfRow = Object.keys(where ?? {}).every((name) => attributes.get(name)?.shape === "value");
  return {
    ...chosen(ids),
    stored: isOfRow ? [{ table, owner: near, target: far }] : undefined,
    pairs: (reading) => {
      const link = rowOf(via.kind, reading, EVERY_END);
      return sql`SELECT ${raw(via.single ? "" : "DISTINCT ")}${link.column(near)} AS owner, ${link.column(far)} AS target FROM ${from(link)}
        WHERE ${link.column(near)} IS NOT NULL AND ${link.column(far)} IS NOT NULL AND ${conditionOf(where, link)}`;
    },
  };
}

/** The rows that either way leads to. */
export const either = (one: Reach, other: Reach): Reach => ({
  belongs: (owner, row) => sql`(${one.belongs(owner, row)} OR ${other.belongs(owner, row)})`,
  related: (owner, row) => sql`(${one.related(owner, row)} OR ${other.related(owner, row)})`,
  pairs: (reading) => sql`(${one.pairs(reading)}) UNION (${other.pairs(reading)})`,
  stored: one.stored && other.stored && [...one.stored, ...other.stored],
});

/** Those of the rows that fulfil a condition of their own. */
export function narrowed(reach: Reach, target: Kind, where: FilterInput | undefined): Reach {
  if (!where) return reach;
  return {
    belongs: (owner, row) => sql`${reach.belongs(owner, row)} AND ${conditionOf(where, row)}`,
    related: (owner, row) => sql`${reach.related(owner, row)} AND ${conditionOf(where, row)}`,
    pairs: (reading) => {
      const row = rowOf(target, reading);
      return sql`SELECT p.owner, p.target FROM (${reach.pairs(reading)}) AS p
        JOIN ${from(row)} ON ${row.column("id")} = p.target WHERE ${conditionOf(where, row)}`;
    },
  };
}
