import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { LimitExceeded } from "../../platform/errors.js";
import { Node } from "../declare/node.js";
import { NODE_ID } from "../types/types.js";
import type { Graph, Kind } from "../model.js";
import { nodesOfKinds } from "../resolve/any.js";
import type { GraphContext } from "../resolve/context.js";
import type { NodeRecord } from "../resolve/record.js";
import { PAGE_CEILING } from "../sql/limits.js";
import { malformed, notFound } from "./roots.js";

function parsed(id: string, graph: Graph): { kind: Kind; id: string } | null {
  const [, prefix, uuid] = NODE_ID.exec(id) ?? malformed();
  const kind = graph.byPrefix(prefix!);
  return kind ? { kind, id: uuid! } : null;
}

/** Nodes of any kind by id: the Relay contract. */
@Resolver()
export class NodeRoots {
  @Query(() => Node as never, { nullable: true, description: "Knoten – ein Eintrag gleich welcher Art, nach Kennung" })
  async node(
    @Arg("id", () => ID) id: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphContext,
  ): Promise<NodeRecord> {
    const wanted = parsed(id, context.graph);
    const [found] = wanted ? await nodesOfKinds([wanted], info, context) : [];
    return found ?? notFound();
  }

  @Query(() => [Node] as never, {
    nullable: "items",
    description: "Knoten – mehrere Einträge nach Kennung, in der Reihenfolge der Kennungen; leer, wo es keinen gibt",
  })
  async nodes(@Arg("ids", () => [ID]) ids: string[], @Info() info: GraphQLResolveInfo, @Ctx() context: GraphContext) {
    if (ids.length > PAGE_CEILING)
      throw new LimitExceeded({
        en: `Ask for at most ${PAGE_CEILING} ids at once.`,
        de: `Fragen Sie nach höchstens ${PAGE_CEILING} Kennungen auf einmal.`,
      });
    const wanted = ids.map((id) => parsed(id, context.graph));
    const found = await nodesOfKinds(
      wanted.filter((each) => each !== null),
      info,
      context,
    );
    return wanted.map((each) => (each ? found.shift() : null));
  }
}
