import { Field, InputType, registerEnumType } from "type-graphql";
import type { Class, Kind } from "../model.js";
import { sortablesOf } from "../sql/page/order.js";

const made = new WeakMap<Kind, Class>();

/** Direction of a sort. */
export const Direction = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(Direction, {
  name: "Direction",
  description: "Richtung einer Sortierung",
  valuesConfig: { ASC: { description: "aufsteigend" }, DESC: { description: "absteigend" } },
});

const Nulls = { FIRST: "FIRST", LAST: "LAST" } as const;
registerEnumType(Nulls, {
  name: "Nulls",
  description: "Platz der leeren Werte in einer Sortierung",
  valuesConfig: { FIRST: { description: "zuerst" }, LAST: { description: "zuletzt (Voreinstellung)" } },
});

/** The order of a kind's lists: a field, a direction, the place of empty values. */
export function orderInputOf(kind: Kind): Class {
  const found = made.get(kind);
  if (found) return found;
  const sortables = [...sortablesOf(kind)];
  const fields = Object.fromEntries(sortables.map(([name]) => [name, name]));
  const valuesConfig = Object.fromEntries(sortables.map(([name, { description }]) => [name, { description }]));
  registerEnumType(fields, {
    name: `${kind.name}OrderField`,
    description: `Sortieren: ${kind.german}`,
    valuesConfig,
  });
  class Order {}
  made.set(kind, Order);
  Field(() => fields as never, { description: "wonach sortiert wird" })(Order.prototype, "field");
  Field(() => Direction as never, { nullable: true, description: "aufsteigend, wenn nichts gesagt ist" })(
    Order.prototype,
    "direction",
  );
  Field(() => Nulls as never, { nullable: true, description: "zuletzt, wenn nichts gesagt ist" })(
    Order.prototype,
    "nulls",
  );
  InputType(`${kind.name}Order`, { description: `Sortierung: ${kind.german}` })(Order);
  return Order;
}
