import { type Sql, raw } from "sql-template-tag";
import { BadUserInput } from "../../../platform/errors.js";
import type { Row } from "../../model.js";
import { conditionOf } from "../filter/condition.js";
import { cursorOf, enteredAt, signatureOf } from "./cursor.js";
import { DEFAULT_PAGE, PAGE_CEILING } from "../limits.js";
import { orderKeysOf, reversed, type OrderInput } from "./order.js";
import { type Stretch, stretchesOf, type Walk, whole } from "./stretches.js";

/** The arguments of every list, as a client writes them. */
export interface PageInput {
  readonly where?: unknown;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One page of a list in SQL: which rows, in which order, from which place on. */
export interface Page extends Stretch {
  /** The filter alone: what `totalCount` counts; `condition` is the filter and the place of the cursor. */
  readonly filter: Sql;
  /** The same rows in parts that follow each other, each as an index yields it; like `order`, in the direction of reading: backwards for `last`. */
  readonly stretches: readonly Stretch[];
  /** The cursor of a row. */
  readonly cursor: Sql;
  /** What the rows are sorted by, and the cursor of a row from the values of that. */
  readonly keys: readonly Sql[];
  readonly cursorOf: (values: readonly Sql[]) => Sql;
  readonly size: number;
  readonly backward: boolean;
  /** Whether a cursor was given: then rows lie on its other side. */
  readonly entered: boolean;
}

/** Reads the arguments of a list over a row. Throws BadUserInput for sizes, cursors and combinations that cannot be meant. */
export function pageOf(input: PageInput, row: Row): Page {
  const backward = input.last != null || (input.before != null && input.first == null);
  refuseBothDirections(input);
  const orders = input.orderBy ?? [];
  const keys = orderKeysOf(orders, row, input.where);
  const read = backward ? reversed(keys) : keys;
  const signature = signatureOf(orders);
  const cursor = backward ? input.before : input.after;
  const filter = conditionOf(input.where, row);
  const place = cursor == null ? undefined : enteredAt(cursor, signature, keys, row.reading);
  const values = keys.map(({ value }) => value);
  const walk: Walk = { filter, keys: read, place };
  const size = sizeOf(backward ? "last" : "first", backward ? input.last : input.first);
  return {
    ...whole(walk),
    filter,
    stretches: stretchesOf(walk),
    cursor: cursorOf(signature, values),
    keys: values,
    cursorOf: (each) => cursorOf(signature, each),
    size,
    backward,
    entered: cursor != null,
  };
}

function refuseBothDirections({ first, last, after, before }: PageInput): void {
  const forward = first != null || after != null;
  const backward = last != null || before != null;
  if (!forward || !backward) return;
  throw new BadUserInput(
    {
      en: "Ask with first/after or with last/before, not with both.",
      de: "Fragen Sie mit first/after oder mit last/before, nicht mit beidem.",
    },
    { attribute: "first" },
  );
}

/** How many rows are asked for: an explicit null means the default page, never the whole table. Throws BadUserInput for too many or less than none. */
export function sizeOf(name: string, asked: number | null | undefined): number {
  const size = asked ?? DEFAULT_PAGE;
  if (size >= 0 && size <= PAGE_CEILING) return size;
  throw new BadUserInput(
    {
      en: `"${name}" must lie between 0 and ${PAGE_CEILING}; ask for further rows with a cursor.`,
      de: `„${name}“ muss zwischen 0 und ${PAGE_CEILING} liegen; weitere Zeilen erhalten Sie mit einem Cursor.`,
    },
    { attribute: name, limit: PAGE_CEILING },
  );
}

/** A number of rows as it stands in SQL: as a literal PostgreSQL plans for it, as a parameter it would not know. */
export const literal = (rows: number): Sql => raw(String(Math.trunc(rows)));
