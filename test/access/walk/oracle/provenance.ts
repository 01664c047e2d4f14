import { MARK, type RawRow } from "../world/marked-world.js";
import type { Walker } from "../walker.js";

interface Reference {
  readonly locator: string;
}

interface Entry extends Reference {
  readonly attribute: string;
  readonly value: string;
  readonly source: object | null;
}

interface Conflict {
  readonly attribute: string;
  readonly statements: readonly Entry[];
}

/** What someone is to be told of the statements on a row: those that they see, with the sources that they see. */
export function provenanceFor({ oracle, world }: Pick<Walker, "oracle" | "world">) {
  /** Every statement's locator is a mark, which names the statement. */
  const statementOf = ({ locator }: Reference): RawRow => world.markOf(locator.match(MARK)![0])!.row;
  const sourceIsSeen = (statement: RawRow): boolean => oracle.sees(statement.cells.source_id);
  const entries = (row: RawRow, truth: readonly Entry[]): Entry[] =>
    truth
      .filter((entry) => oracle.sees(statementOf(entry).id) && oracle.reads(row.kind, entry.attribute))
      .map((entry) => ({ ...entry, source: sourceIsSeen(statementOf(entry)) ? entry.source : null }));
  return {
    sources: (_row: RawRow, truth: readonly Reference[]): Reference[] =>
      truth.filter((reference) => oracle.sees(statementOf(reference).id) && sourceIsSeen(statementOf(reference))),
    statements: entries,
    conflicts: (row: RawRow, truth: readonly Conflict[]): Conflict[] =>
      truth
        .map(({ attribute, statements }) => ({ attribute, statements: entries(row, statements) }))
        .filter(({ statements }) => new Set(statements.map(({ value }) => value)).size > 1),
  };
}
