import { Buffer } from "node:buffer";
import sql, { type Sql, join, raw } from "sql-template-tag";
import { BadUserInput } from "../../../platform/errors.js";
import type { Reading } from "../../model.js";
import type { ValueType } from "../../types/value-type.js";
import { current, Slot } from "../slot.js";
import type { OrderInput, OrderKey } from "./order.js";

/** The values of a row in the keys of an order; an empty one is null, a slot stands for one that is there. */
export type Place = readonly unknown[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names an order inside its cursors, so that a cursor of another order is told apart. */
export const signatureOf = (orders: readonly OrderInput[]): string =>
  orders.map(({ field, direction, nulls }) => `${field} ${direction ?? "ASC"} ${nulls ?? "LAST"}`).join(",");

/** The cursor of a row: its order's signature and the values of its keys in that order, in base64url. */
export function cursorOf(signature: string, values: readonly Sql[]): Sql {
  const texts = join(values.map((value) => sql`(${value})::text`));
  const text = sql`json_build_array(${raw(`'${signature}'`)}::text, ${texts})::text`;
  return sql`rtrim(translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/\n', '-_'), '=')`;
}

function refused(): BadUserInput {
  return new BadUserInput(
    {
      en: "This cursor does not belong to this list and order.",
      de: "Dieser Cursor gehört nicht zu dieser Liste und Sortierung.",
    },
    { attribute: "after" },
  );
}

/** The place where a page begins, known now or with each request: then the plan holds for cursors with the same empty values. */
export function enteredAt(cursor: unknown, signature: string, keys: readonly OrderKey[], reading: Reading): Place {
  const now = placeOf(current(cursor) as string, signature, keys);
  if (!(cursor instanceof Slot)) return now;
  reading.guard((variables) => {
    const later = placeOf(cursor.read(variables) as string, signature, keys);
    return later.every((value, index) => (value === null) === (now[index] === null));
  });
  return now.map((value, index) =>
    value === null ? null : cursor.map((given) => placeOf(given as string, signature, keys)[index]),
  );
}

/** The place that a cursor names. Throws BadUserInput for anything but a cursor of this very order. */
function placeOf(cursor: string, signature: string, keys: readonly OrderKey[]): (string | null)[] {
  const [named, ...place] = decoded(cursor);
  if (named !== signature || place.length !== keys.length) throw refused();
  place.forEach((value, index) => {
    const { type, nullable } = keys[index]!;
    const ok = index === keys.length - 1 ? UUID.test(String(value)) : value === null ? nullable : fits(value, type);
    if (!ok) throw refused();
  });
  return place as (string | null)[];
}

/** A number of any length, as PostgreSQL writes it. */
const NUMBER = /^-?\d{1,1000}(\.\d{1,1000})?$/;

/**
 * Whether PostgreSQL can read a value as its type. Any text is a text, and any number a number: a row may hold more than clients may send. Points in
 * time come back in PostgreSQL's own spelling.
 */
function fits(value: unknown, { name, cast, accepts }: ValueType): boolean {
  if (typeof value !== "string" || value.includes("\0")) return false;
  if (cast === "numeric") return NUMBER.test(value);
  return cast === "text" || accepts(name === "DateTime" ? value.replace(" ", "T") : value);
}

/** The cursor that was read last: a plan asks for each value of its place. */
let latest: { readonly cursor: string; readonly parts: unknown[] } | undefined;

function decoded(cursor: string): unknown[] {
  if (latest?.cursor !== cursor) latest = { cursor, parts: parsed(cursor) };
  return latest.parts;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function parsed(cursor: string): unknown[] {
  if (!/^[A-Za-z0-9_-]{1,100000}$/.test(cursor)) throw refused();
  try {
    const parts: unknown = JSON.parse(UTF8.decode(Buffer.from(cursor, "base64url")));
    if (Array.isArray(parts)) return parts;
  } catch {
    // not JSON, not UTF-8: refused like any other text that is not a cursor
  }
  throw refused();
}
