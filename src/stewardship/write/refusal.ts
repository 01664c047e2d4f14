import sql from "sql-template-tag";
import { powersOf } from "../../access/sight.js";
import type { Kind } from "../../graph/model.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { columnsFor } from "../../graph/resolve/record.js";
import { notFound } from "../../graph/schema/roots.js";
import { isReadable } from "../../graph/sql/expression.js";
import { reading } from "../../graph/sql/reading.js";
import { from, rowOf } from "../../graph/sql/row.js";
import { mayOf } from "../../graph/sql/rights.js";
import { type CodedError, Conflict, Forbidden } from "../../platform/errors.js";
import type { Verb } from "./verbs.js";

type Found = Readonly<Record<string, unknown>> & { readonly version: number; readonly publication: string };

/**
 * Why a step was not made: FORBIDDEN where the row is seen and not one's own, CONFLICT with its present state, as far as the viewer
 * may read it, where it has moved on. Throws NOT_FOUND for a row that is not seen, as for one that is not there.
 */
export async function refusalOf(
  kind: Kind,
  { power, from: states }: Verb,
  { id, version }: { readonly id: string; readonly version: number },
  { graph, viewer, database }: GraphContext,
): Promise<CodedError> {
  const row = rowOf(kind, reading(graph, viewer));
  const stored = [...kind.attributes.values()].filter((each) => !each.derive && isReadable(each, row.reading));
  const columns = columnsFor(
    stored.map(({ name }) => name),
    row,
  );
  const statement = sql`SELECT ${mayOf(powersOf(viewer)[power], row)} AS "@may", ${columns} FROM ${from(row)} WHERE ${row.column("id")} = ${id}::uuid`;
  const [found] = await database.query<Found>({ text: statement.text, values: statement.values });
  if (!found) return notFound(kind.name, kind.german);
  if (found["@may"] !== true) return notYours();
  const differing = [
    ...(found.version === version ? [] : ["version"]),
    ...((states as readonly string[]).includes(found.publication) ? [] : ["publication"]),
  ];
  const current = Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith("@")));
  return movedOn(current, differing);
}

const notYours = (): Forbidden =>
  new Forbidden({
    en: "This entry is looked after by another department.",
    de: "Diesen Eintrag pflegt eine andere Organisationseinheit.",
  });

const movedOn = (current: object, differing: readonly string[]): Conflict =>
  new Conflict(
    {
      en: "The entry is not what you have read any more; look at its current state and decide anew.",
      de: "Der Eintrag ist nicht mehr so, wie Sie ihn gelesen haben; sehen Sie seinen jetzigen Stand an und entscheiden Sie neu.",
    },
    { current, differing },
  );
