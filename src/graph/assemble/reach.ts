import sql, { raw, type Sql } from "sql-template-tag";
import type { FilterInput, Kind, LinkEnd, Reading } from "../model.js";
import { conditionOf } from "../sql/filter/condition.js";
import { from, rowOf } from "../sql/row.js";

/** How an end of a link finds the rows at the other: for one owner, and for all owners at once. */
export type Reach = Pick<LinkEnd, "belongs" | "pairs">;

/** The row that a foreign key on the near side names. */
export const forward = (near: Kind, column: string): Reach => ({
  belongs: (owner, row) => sql`${row.column("id")} = ${owner}`,
  pairs: (reading) => keyed(near, column, reading, "id", column),
});

/** The rows of the far side whose foreign key names the owner. */
export const backward = (far: Kind, column: string): Reach => ({
  belongs: (owner, row) => sql`${row.column(column)} = ${owner}`,
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
  return {
    belongs: (id, row) => {
      row.reading.touch(table);
      return sql`${row.column("id")} IN (SELECT p.${target} FROM ${pairs} AS p WHERE p.${owner} = ${id})`;
    },
    pairs: (reading) => {
      reading.touch(table);
      return sql`SELECT ${owner} AS owner, ${target} AS target FROM ${pairs}`;
    },
  };
}

/** The rows that a link kind names beside the owner, where it fulfils a condition; each once, however often it is named. */
export function across(via: Kind, near: string, far: string, where: FilterInput | undefined): Reach {
  return {
    belongs: (owner, row) => {
      const link = rowOf(via, row.reading);
      return sql`${row.column("id")} IN (SELECT ${link.column(far)} FROM ${from(link)}
        WHERE ${link.column(near)} = ${owner} AND ${conditionOf(where, link)})`;
    },
    pairs: (reading) => {
      const link = rowOf(via, reading);
      return sql`SELECT DISTINCT ${link.column(near)} AS owner, ${link.column(far)} AS target FROM ${from(link)}
        WHERE ${link.column(near)} IS NOT NULL AND ${link.column(far)} IS NOT NULL AND ${conditionOf(where, link)}`;
    },
  };
}

/** The rows that either way leads to. */
export const either = (one: Reach, other: Reach): Reach => ({
  belongs: (owner, row) => sql`(${one.belongs(owner, row)} OR ${other.belongs(owner, row)})`,
  pairs: (reading) => sql`(${one.pairs(reading)}) UNION (${other.pairs(reading)})`,
});

/** Those of the rows that fulfil a condition of their own. */
export function narrowed(reach: Reach, target: Kind, where: FilterInput | undefined): Reach {
  if (!where) return reach;
  return {
    belongs: (owner, row) => sql`${reach.belongs(owner, row)} AND ${conditionOf(where, row)}`,
    pairs: (reading) => {
      const row = rowOf(target, reading);
      return sql`SELECT p.owner, p.target FROM (${reach.pairs(reading)}) AS p
        JOIN ${from(row)} ON ${row.column("id")} = p.target WHERE ${conditionOf(where, row)}`;
    },
  };
}
