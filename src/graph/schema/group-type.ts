import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, FieldResolver, Info, InputType, ObjectType, registerEnumType, Resolver, Root } from "type-graphql";
import type { Class, Kind } from "../model.js";
import type { GraphContext } from "../resolve/context.js";
import { nodeOf } from "../resolve/far.js";
import { dimensionsOf } from "../sql/figures/dimension.js";
import { foldsOf } from "../sql/figures/group.js";
import { havingInputOf } from "./having-input.js";
import { Direction } from "./order-input.js";

/** What `groups` of a kind takes. */
export interface GroupInputs {
  readonly by: object;
  readonly having: Class;
  readonly order: Class;
}

/** The inputs of grouping: what to group by, which groups to keep, how to sort them. */
export function groupInputsOf(kind: Kind): GroupInputs {
  const dimensions = [...dimensionsOf(kind)];
  const by = Object.fromEntries(dimensions.map(([name]) => [name, name]));
  const descriptions = Object.fromEntries(dimensions.map(([name, { description }]) => [name, { description }]));
  registerEnumType(by, {
    name: `${kind.name}GroupBy`,
    description: `Gruppieren: ${kind.german}`,
    valuesConfig: descriptions,
  });
  const sortable = Object.fromEntries([...foldsOf(kind).keys(), ...Object.keys(by)].map((name) => [name, name]));
  registerEnumType(sortable, {
    name: `${kind.name}GroupOrderField`,
    description: `Gruppen sortieren: ${kind.german}`,
  });
  class Order {}
  Field(() => sortable as never, { description: "wonach sortiert wird" })(Order.prototype, "field");
  Field(() => Direction as never, { nullable: true, description: "aufsteigend, wenn nichts gesagt ist" })(
    Order.prototype,
    "direction",
  );
  InputType(`${kind.name}GroupOrder`, { description: `Sortierung von Gruppen: ${kind.german}` })(Order);
  return { by, having: havingInputOf(kind), order: Order };
}

/** The group of a kind, and the class that resolves the nodes among its keys. */
export function groupTypeOf(kind: Kind): { group: Class; keyFields: Class } {
  class Keys {}
  class KeyFields {}
  for (const { key, of, description } of dimensionsOf(kind).values())
    if ("target" in of) addNodeKey(KeyFields.prototype, key, of, description);
    else Field(() => of.graphql as never, { nullable: true, description })(Keys.prototype, key);
  ObjectType(`${kind.name}GroupKeys`, {
    description: `Woran eine Gruppe zu erkennen ist; leer, wonach nicht gruppiert wurde: ${kind.german}`,
  })(Keys);
  Resolver(() => Keys as never)(KeyFields);
  class Group {}
  Field(() => Keys as never, { description: "Schlüssel der Gruppe" })(Group.prototype, "keys");
  ObjectType(`${kind.name}Group`, { description: `Gruppe: ${kind.german}` })(Group);
  return { group: Group, keyFields: KeyFields };
}

function addNodeKey(prototype: object, key: string, kind: Kind, description: string): void {
  const value = (keys: Record<string, string | null>, info: GraphQLResolveInfo, context: GraphContext) =>
    nodeOf(kind, keys[key] ?? null, info, context);
  const descriptor = { value, writable: true, configurable: true };
  Object.defineProperty(prototype, key, descriptor);
  FieldResolver(() => kind.target as never, { nullable: true, description })(prototype, key, descriptor);
  Root()(prototype, key, 0);
  Info()(prototype, key, 1);
  Ctx()(prototype, key, 2);
}
