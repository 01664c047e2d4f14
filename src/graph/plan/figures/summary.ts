import { constantCase } from "../../declare/naming.js";
import type { Row } from "../../model.js";
import { entriesOf } from "../../sql/filter/refusals.js";
import type { GroupInput } from "../../sql/figures/group.js";
import type { MetricInput } from "../../sql/figures/metric.js";
import { keptRow, summariesOf, type Summary } from "../../sql/figures/summary.js";
import { type Asked, type Asking, argumentsOf, below, objectTypeOf } from "../asking.js";

/** Groups of all rows as the database keeps them, in place of the rows; none where they do not hold what is asked, or not for this viewer. */
export function keptGroups(asking: Asking, field: Asked, input: GroupInput, { kind, reading }: Row): Row | undefined {
  const { by } = input;
  const summary = summariesOf(kind).find((each) => each.by.size === by.length && by.every((name) => each.by.has(name)));
  if (!summary || !holdsFigures(asking, field, summary) || !holdsOrder(input, summary)) return undefined;
  return keptRow(summary, reading);
}

const holdsFigures = (asking: Asking, field: Asked, summary: Summary): boolean =>
  below(asking, field, objectTypeOf(field)).every((each) => {
    if (each.name === "keys" || each.name === "__typename") return true;
    if ((argumentsOf(asking, each) as MetricInput).where != null) return false;
    if (each.name === "count") return true;
    return each.name === "sum" && below(asking, each, objectTypeOf(each)).every(({ name }) => holds(summary, name));
  });

const holds = ({ sums }: Summary, name: string): boolean =>
  name === "__typename" || sums.some((each) => each.name === name);

function holdsOrder({ by, having, orderBy }: GroupInput, summary: Summary): boolean {
  const sums = summary.sums.map(({ name }) => `SUM_${constantCase(name)}`);
  const sortable = new Set([...by, ...sums, "COUNT"]);
  const conditions = having == null ? [] : entriesOf(having, "having");
  return (
    (orderBy ?? []).every(({ field }) => sortable.has(field)) &&
    conditions.every(([figure, given]) => {
      if (figure === "count") return true;
      return figure === "sum" && entriesOf(given, figure).every(([name]) => holds(summary, name));
    })
  );
}
