import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Class, Kind } from "../model.js";
import type { Connection } from "../resolve/connection.js";
import type { Figures, Group } from "../resolve/figures.js";
import { GROUP_CEILING } from "../sql/limits.js";
import { figureFieldsOf } from "./figures-type.js";
import { groupInputsOf, groupTypeOf } from "./group-type.js";

@ObjectType("PageInfo", { description: "Lage der Seite in ihrer Liste (Relay Cursor Connections)" })
class PageInfo {
  @Field(() => Boolean, { description: "ob weitere Einträge folgen" }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: "ob Einträge davor liegen" }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor des ersten Eintrags der Seite" }) startCursor?: string;
  @Field(() => String, { nullable: true, description: "Cursor des letzten Eintrags der Seite" }) endCursor?: string;
}

/** A connection type and the classes that resolve what it computes. */
interface ConnectionType {
  readonly type: Class;
  readonly resolvers: readonly Class[];
}

const made = new WeakMap<Kind, ConnectionType>();

/** The connection of a kind: its nodes, edges with cursors, the place of the page, numbers and groups over all of it. */
export function connectionTypeOf(kind: Kind): ConnectionType {
  const found = made.get(kind) ?? makeConnection(kind);
  made.set(kind, found);
  return found;
}

function makeConnection(kind: Kind): ConnectionType {
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
  return { type: Connection, resolvers: computedOf(kind, Connection) };
}

function computedOf(kind: Kind, connection: Class): Class[] {
  class Aggregate {}
  ObjectType(`${kind.name}Aggregate`, { description: `Zahlen über alle Einträge der Liste: ${kind.german}` })(
    Aggregate,
  );
  const { group, keyFields } = groupTypeOf(kind);
  const inputs = groupInputsOf(kind);

  @Resolver(() => connection as never)
  class Computed {
    @FieldResolver(() => Aggregate as never, { description: "Zahlen über alle Einträge, auf die der Filter zutrifft" })
    aggregate(@Root() list: Connection): Figures {
      return list.figures;
    }

    @FieldResolver(() => [group] as never, {
      description: `Gruppen aller Einträge, auf die der Filter zutrifft; ohne first höchstens ${GROUP_CEILING}, sonst ein Fehler`,
    })
    groups(
      @Root() list: Connection,
      @Arg("by", () => [inputs.by] as never, { description: "wonach gruppiert wird, höchstens viererlei" })
      by: string[],
      @Arg("having", () => inputs.having as never, { nullable: true, description: "nur Gruppen, auf die das zutrifft" })
      having: unknown,
      @Arg("orderBy", () => [inputs.order] as never, {
        nullable: true,
        description: "Sortierung; sonst nach den Schlüsseln",
      })
      orderBy: never,
      @Arg("first", () => Int, { nullable: true, description: "nur die ersten n Gruppen" }) first: number | null,
    ): Promise<Group[]> {
      return list.groups({ by, having, orderBy, first });
    }
  }
  const aggregated = figureFieldsOf(kind, Aggregate, (object) => object as Figures);
  const grouped = figureFieldsOf(kind, group, (object) => (object as Group).figures);
  return [Computed, aggregated, grouped, keyFields];
}
