import { ArgsType, Field, Int } from "type-graphql";
import type { Class, Kind } from "../model.js";
import { DEFAULT_PAGE, PAGE_CEILING } from "../sql/limits.js";
import { filterInputOf } from "./filter-input.js";
import { orderInputOf } from "./order-input.js";

const made = new WeakMap<Kind, Class>();

/** The arguments of every list of a kind, at the root and on links alike. */
export function pageArgsOf(kind: Kind): Class {
  const found = made.get(kind);
  if (found) return found;
  class PageArgs {}
  made.set(kind, PageArgs);
  const add = (name: string, type: () => unknown, description: string): void =>
    Field(type as never, { nullable: true, description })(PageArgs.prototype, name);
  const [filter, order] = [filterInputOf(kind), orderInputOf(kind)];
  add("where", () => filter, "nur Einträge, auf die das zutrifft");
  add("orderBy", () => [order], "Sortierung; bei Gleichstand entscheidet die Reihenfolge der Aufnahme");
  add("first", () => Int, `die ersten n Einträge (Voreinstellung ${DEFAULT_PAGE}, höchstens ${PAGE_CEILING})`);
  add("after", () => String, "hinter diesem Cursor");
  add("last", () => Int, `die letzten n Einträge (höchstens ${PAGE_CEILING})`);
  add("before", () => String, "vor diesem Cursor");
  ArgsType()(PageArgs);
  return PageArgs;
}
