import type { Viewer } from "../../../../src/access/viewer.js";
import { ownAmong } from "../../editors/offices.js";
import type { MarkedWorld, RawRow } from "../world/marked-world.js";
import type { RightsTable, Way } from "./table.js";

/** What someone may see and do, told from the table and the raw rows alone: nothing of the product is asked. */
export interface Oracle {
  readonly viewer: Viewer;
  readonly sees: (id: string | null | undefined) => boolean;
  readonly reads: (kind: string, attribute: string) => boolean;
  readonly owns: (row: RawRow) => boolean;
  /** Whether a way across a link kind can be gone from one row to another. */
  readonly goes: (way: Way, near: string, far: string) => boolean;
}

const RANK: Readonly<Record<string, number>> = { PUBLIC: 0, STAFF: 1, SERVICE: 1, EDITOR: 2, STEWARD: 3, ADMIN: 4 };

/** Makes the oracle for one viewer of a world. */
export function oracleFor(viewer: Viewer, world: MarkedWorld, table: RightsTable): Oracle {
  const { role, scopes } = viewer;
  const own = ownDepartments(viewer, world);
  const owns = ({ cells }: RawRow): boolean => own.has(String(cells.owner_id));
  const rank = RANK[role]!;
  const byItself = (row: RawRow): boolean => {
    const { publication, visibility } = row.cells;
    if (role === "SERVICE" && scopes!.kinds !== "ALL" && !scopes!.kinds.includes(row.kind)) return false;
    if (role === "EDITOR" && owns(row)) return true;
    return publication === "PUBLISHED" && (rank > 0 || visibility === "PUBLIC");
  };
  const known = new Map<string, boolean>();
  const sees: Oracle["sees"] = (id) => {
    const row = world.rows.get(String(id));
    if (!row || rank >= 3) return row !== undefined;
    const found = known.get(row.id) ?? (byItself(row) && wholesOf(row, table).every(sees) && statementIsReadable(row));
    known.set(row.id, found);
    return found;
  };
  const reads: Oracle["reads"] = (kind, attribute) =>
    rank >= RANK[table.get(kind)!.readableBy.get(attribute) ?? "PUBLIC"]!;
  const statementIsReadable = ({ kind, cells }: RawRow): boolean =>
    kind !== "Statement" || reads(world.rows.get(String(cells.subject_id))!.kind, String(cells.attribute));
  const links = new Map<string, RawRow[]>();
  for (const row of world.rows.values()) links.set(row.kind, [...(links.get(row.kind) ?? []), row]);
  const goes: Oracle["goes"] = ({ via, near, far, where }, start, end) =>
    links
      .get(via)!
      .some((row) => row.cells[near] === start && row.cells[far] === end && sees(row.id) && fits(row, where));
  return { viewer, sees, reads, owns, goes };
}

const wholesOf = ({ kind, cells }: RawRow, table: RightsTable): string[] =>
  table.get(kind)!.wholes.flatMap((column) => (cells[column] == null ? [] : [cells[column]]));

function ownDepartments({ departments }: Viewer, { rows }: MarkedWorld): Set<string> {
  const all = [...rows.values()].filter(({ kind }) => kind === "Department");
  const place = (id: unknown): number | null => (id == null ? null : all.findIndex((each) => each.id === id));
  const city = all.map(({ cells }) => ({ parent: place(cells.parent_id), successor: place(cells.successor_id) }));
  const named = departments.map((key) => all.findIndex(({ cells }) => cells.key === key));
  return new Set([...ownAmong(city, named)].map((index) => all[index]!.id));
}

/** The conditions of short cuts are plain: a value that a column must have. */
function fits({ cells }: RawRow, where: object): boolean {
  return Object.entries(where as Record<string, Record<string, unknown>>).every(([name, condition]) => {
    const [operator, operand] = Object.entries(condition)[0]!;
    if (operator !== "eq") throw new Error(`the oracle does not know ${operator}`);
    return cells[name] === operand;
  });
}
