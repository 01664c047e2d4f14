import sql, { raw, type Sql } from "sql-template-tag";
import { powersOf } from "../../access/sight.js";
import type { Kind, Reading } from "../../graph/model.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { malformed, notFound } from "../../graph/schema/roots.js";
import { reading } from "../../graph/sql/reading.js";
import { from, rowOf } from "../../graph/sql/row.js";
import { mayOf } from "../../graph/sql/rights.js";
import { NODE_ID } from "../../graph/types/types.js";
import { refusalOf } from "./refusal.js";
import type { Verb } from "./verbs.js";
import type { WriteArgs } from "./write-args.js";

/**
 * Takes a row a step further and notes who did it and why; gives its UUID. Everything is compared in the one statement that writes, so
 * of two who come at once one is refused. Throws what `refusalOf` finds where nothing was written.
 */
export async function move(kind: Kind, verb: Verb, input: WriteArgs, context: GraphContext): Promise<string> {
  const [, prefix, id] = NODE_ID.exec(input.id) ?? malformed();
  if (prefix !== kind.prefix) notFound(kind.name, kind.german);
  const statement = moving(
    kind,
    verb,
    { id: id!, version: input.expectedVersion },
    reading(context.graph, context.viewer),
  );
  const [moved] = await context.database.query({ text: statement.text, values: statement.values });
  if (!moved) throw await refusalOf(kind, verb, { id: id!, version: input.expectedVersion }, context);
  return id!;
}

interface Place {
  readonly id: string;
  readonly version: number;
}

function moving(kind: Kind, { name, power, from: states, to }: Verb, { id, version }: Place, reading: Reading): Sql {
  const [target, seen] = [rowOf(kind, reading), rowOf(kind, reading)];
  const { alias } = target;
  const reach = powersOf(reading.viewer)[power];
  return sql`WITH moved AS (
    UPDATE ${raw(`"${kind.table}"`)} AS ${alias} SET publication = ${to}::publication_state
    WHERE ${alias}.id = ${id}::uuid AND ${alias}.version = ${version} AND ${alias}.publication = ANY(${states}::publication_state[])
      AND ${mayOf(reach, target)} AND EXISTS (SELECT 1 FROM ${from(seen)} WHERE ${seen.column("id")} = ${alias}.id)
    RETURNING ${alias}.id, ${alias}.version)
  INSERT INTO node_change (node_id, kind, verb, version, actor, role, reason)
  SELECT id, ${kind.name}, ${name}, version, current_setting('stadtgraph.actor'), current_setting('stadtgraph.role'),
    current_setting('stadtgraph.reason') FROM moved RETURNING node_id`;
}
