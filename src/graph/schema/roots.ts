import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { BadUserInput, NotFound } from "../../platform/errors.js";
import { NODE_ID } from "../types/types.js";
import type { Class, Kind } from "../model.js";
import type { GraphContext } from "../resolve/context.js";
import { listOf, nodeByKey, nodesById } from "../resolve/read.js";
import { nodeFields } from "../resolve/selection.js";
import type { PageInput } from "../sql/page/page.js";
import { connectionTypeOf } from "./connection-type.js";
import { pageArgsOf } from "./page-args.js";

/** The two root fields of a kind: one by id or key, and the list of all. */
export function rootsOf(kind: Kind): Class {
  const [connection, pageArgs] = [connectionTypeOf(kind).type, pageArgsOf(kind)];

  @Resolver(() => kind.target as never)
  class Roots {
    @Query(() => kind.target as never, {
      name: kind.one,
      nullable: true,
      description: `${kind.german}: ein Eintrag, nach id oder key`,
    })
    one(
      @Arg("id", () => ID, { nullable: true, description: "Kennung" }) id: string | null,
      @Arg("key", () => String, { nullable: true, description: "Schlüssel" }) key: string | null,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphContext,
    ): Promise<object> {
      return oneOf(kind, { id, key }, info, context);
    }

    @Query(() => connection as never, {
      name: kind.plural,
      description: `${kind.german}: alle Einträge, gefiltert, sortiert, seitenweise`,
    })
    many(
      @Args(() => pageArgs as never) input: PageInput,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphContext,
    ): object {
      return listOf(kind, input, info, context);
    }
  }
  return Roots;
}

interface Name {
  readonly id?: string | null;
  readonly key?: string | null;
}

async function oneOf(kind: Kind, { id, key }: Name, info: GraphQLResolveInfo, context: GraphContext): Promise<object> {
  if ((id == null) === (key == null))
    throw new BadUserInput(
      { en: "Give either id or key.", de: "Geben Sie entweder id oder key an." },
      { attribute: "id" },
    );
  const fields = nodeFields(info, kind);
  const node = key == null ? await byId(kind, id!, fields, context) : await nodeByKey(kind, key, fields, context);
  return node ?? notFound(kind.name, kind.german);
}

async function byId(kind: Kind, id: string, fields: readonly string[], context: GraphContext) {
  const [, prefix, uuid] = NODE_ID.exec(id) ?? malformed();
  if (prefix !== kind.prefix) return undefined;
  const [node] = await nodesById(kind, [uuid!], fields, context);
  return node;
}

/** Throws the refusal of a text that no id looks like. */
export function malformed(): never {
  throw new BadUserInput(
    { en: "This is not an id of this graph.", de: "Das ist keine Kennung dieses Graphen." },
    { attribute: "id" },
  );
}

/** Throws the one answer to everything that is not there or not to be seen. */
export function notFound(name = "Node", german = "Eintrag"): never {
  throw new NotFound({ en: `There is no such ${name}.`, de: `Diesen Eintrag gibt es nicht (${german}).` });
}
