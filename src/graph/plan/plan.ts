import sql, { type Sql, join } from "sql-template-tag";
import { encoded, type Utf8 } from "../../platform/utf8.js";
import { NODE_ID } from "../types/types.js";
import type { Kind, Reading } from "../model.js";
import { from, rowOf } from "../sql/row.js";
import { converted, current, Slot } from "../sql/slot.js";
import { type Asked, type Asking, argumentsOf, rootFields, Unplannable } from "./asking.js";
import { connection } from "./list.js";
import { named, typename } from "./json.js";
import { nodeColumns } from "./object.js";
import { search } from "./search.js";

interface Root {
  readonly value: Sql;
  /** One node by name: where it is not there, the resolvers say so. */
  readonly single?: boolean;
}

/** A compiled operation. */
export interface Compiled {
  /** Yields one row with one column `data`: the answer as JSON text. */
  readonly statement: Sql;
  /** Names in the answer of nodes that were asked for by id or key: null there is an error, which the resolvers word. */
  readonly singles: readonly string[];
}

/**
 * Compiles an operation to one statement. Throws Unplannable for whatever it does not know, and the coded errors of filters
 * and pages; in all these cases the resolvers answer, so that an error has one wording.
 */
export function compile(asking: Asking): Compiled {
  const roots = rootFields(asking).map((field) => ({ key: field.key, ...rootField(asking, field) }));
  const columns = named(roots.map(({ key, value }) => [key, value]));
  const singles = roots.filter(({ single }) => single).map(({ key }) => key);
  return { statement: sql`SELECT row_to_json("@")::text AS data FROM (SELECT ${columns}) AS "@"`, singles };
}

/** The answer to a question about nothing but the name of the root, as health checks ask it: no statement is needed. */
export function constantOf(asking: Asking): Utf8 | undefined {
  const roots = rootFields(asking);
  if (roots.some(({ name }) => name !== "__typename")) return undefined;
  return encoded(JSON.stringify(Object.fromEntries(roots.map(({ key }) => [key, "Query"]))));
}

function rootField(asking: Asking, field: Asked): Root {
  if (field.name === "__typename") return { value: typename("Query") };
  if (field.name === "node") return { value: nodeById(asking, field, argumentsOf(asking, field).id), single: true };
  if (field.name === "nodes") return { value: nodesById(asking, field) };
  if (field.name === "search") return { value: search(asking, field) };
  const { kinds } = asking.reading.graph;
  const kind = kinds.find(({ one, plural }) => field.name === one || field.name === plural);
  if (!kind) throw new Unplannable(`the root field ${field.name}`);
  return field.name === kind.one
    ? { value: oneOf(asking, field, kind), single: true }
    : { value: all(asking, field, kind) };
}

function all(asking: Asking, field: Asked, kind: Kind): Sql {
  const row = rowOf(kind, asking.reading);
  return connection(asking, field, { row, input: argumentsOf(asking, field), nodeColumns });
}

function oneOf(asking: Asking, field: Asked, kind: Kind): Sql {
  const { id, key } = argumentsOf(asking, field);
  if ((id == null) === (key == null)) throw new Unplannable("neither id nor key, or both");
  return key == null ? nodeById(asking, field, id, kind) : node(asking, field, kind, "key", sql`${key}`);
}

function node(asking: Asking, field: Asked, kind: Kind, column: "id" | "key", value: Sql): Sql {
  const row = rowOf(kind, asking.reading, { few: true });
  return sql`(SELECT row_to_json("@") FROM (SELECT ${nodeColumns(asking, field, row)} FROM ${from(row)}
    WHERE ${row.column(column)} = ${value}) AS "@")`;
}

function nodeById(asking: Asking, field: Asked, id: unknown, expected?: Kind): Sql {
  const kind = kindOf(id, asking.reading);
  if (!kind || (expected && kind !== expected)) throw new Unplannable("an id of no kind or another");
  return node(asking, field, kind, "id", sql`${converted(id, uuidOf)}::uuid`);
}

const uuidOf = (id: unknown): string | undefined => NODE_ID.exec(String(id))?.[2];

/** The kind that an id names; a plan for ids of one kind serves no other. */
function kindOf(id: unknown, { graph, guard }: Reading): Kind | undefined {
  const prefixOf = (given: unknown): string => NODE_ID.exec(String(given))?.[1] ?? "";
  const prefix = prefixOf(current(id));
  if (id instanceof Slot) guard((variables) => prefixOf(id.read(variables)) === prefix);
  return graph.byPrefix(prefix);
}

/** Ids that one statement looks for, each by itself; the resolvers look for more of them together. */
const MOST_IDS = 50;

function nodesById(asking: Asking, field: Asked): Sql {
  const ids = argumentsOf(asking, field).ids as readonly unknown[];
  if (ids.length === 0) return sql`'[]'::json`;
  if (ids.length > MOST_IDS) throw new Unplannable("many ids at once");
  return sql`array_to_json(ARRAY[${join(ids.map((id) => nodeById(asking, field, id)))}])`;
}
