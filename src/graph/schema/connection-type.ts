import { Field, Int, ObjectType } from "type-graphql";
import type { Class, Kind } from "../model.js";

@ObjectType("PageInfo", { description: "Lage der Seite in ihrer Liste (Relay Cursor Connections)" })
class PageInfo {
  @Field(() => Boolean, { description: "ob weitere Einträge folgen" }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: "ob Einträge davor liegen" }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor des ersten Eintrags der Seite" }) startCursor?: string;
  @Field(() => String, { nullable: true, description: "Cursor des letzten Eintrags der Seite" }) endCursor?: string;
}

const made = new WeakMap<Kind, Class>();

/** The connection of a kind: its nodes, edges with cursors, the place of the page and the number of all. */
export function connectionTypeOf(kind: Kind): Class {
  const found = made.get(kind);
  if (found) return found;
  class Edge {}
  Field(() => String, { description: "Cursor dieses Eintrags" })(Edge.prototype, "cursor");
  Field(() => kind.target as never, { description: kind.german })(Edge.prototype, "node");
  ObjectType(`${kind.name}Edge`, { description: `${kind.german} an einer Stelle einer Liste` })(Edge);
  class Connection {}
  const add = (name: string, type: () => unknown, description: string): void =>
    Field(type as never, { description })(Connection.prototype, name);
  add("totalCount", () => Int, "Anzahl aller Einträge, auf die der Filter zutrifft");
  add("nodes", () => [kind.target], "Einträge dieser Seite");
  add("edges", () => [Edge], "Einträge dieser Seite, jeder mit seinem Cursor");
  add("pageInfo", () => PageInfo, "Lage der Seite in der Liste");
  ObjectType(`${kind.name}Connection`, { description: `Liste: ${kind.german}` })(Connection);
  made.set(kind, Connection);
  return Connection;
}
