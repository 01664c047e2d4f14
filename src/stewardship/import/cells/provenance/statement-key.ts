import type { Kind } from "../../../../graph/model.js";
import { snakeCase } from "../../../../graph/declare/naming.js";
import type { CellReader } from "../../mapping.js";
import { fingerprintOf } from "../fingerprint.js";
import { joinedKey } from "../key.js";

/** What tells one statement from another. */
export interface StatementIdentity {
  readonly subject: { readonly kind: Kind; readonly key: string };
  /** Absent: the statement supports the whole row. */
  readonly attribute?: string | null;
  readonly value?: string | null;
  /** The source as it is written. */
  readonly source?: string | null;
}

/** The key of a statement: the same value of the same attribute from the same source is the same statement. */
export function statementKey({ subject, attribute, value, source }: StatementIdentity): string {
  const about = attribute ? snakeCase(attribute).replaceAll("_", "-") : "beleg";
  return joinedKey([subject.kind.prefix, subject.key, about, fingerprintOf((value ?? "") + (source ?? ""))]);
}

/** The columns of a file of statements, in which each row is one. */
export interface StatementColumns {
  readonly kind: string;
  readonly key: string;
  readonly attribute: string;
  readonly value: string;
  readonly source: string;
}

/** The key of the statement that a row makes; null where the row does not name its subject. */
export const statementKeyIn = (columns: StatementColumns): CellReader => ({
  columns: Object.values(columns),
  read: (row, graph) => {
    const [kind, key, attribute, value, source] = [
      graph.kinds.find(({ name }) => name === row.cell(columns.kind)),
      row.cell(columns.key),
      row.cell(columns.attribute),
      row.cell(columns.value),
      row.cell(columns.source),
    ];
    return kind && key ? statementKey({ subject: { kind, key }, attribute, value, source }) : null;
  },
});
