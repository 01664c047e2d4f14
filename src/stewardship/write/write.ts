import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Mutation } from "type-graphql";
import { Permission, type Permitted } from "../../access/permission.js";
import type { Class, Kind } from "../../graph/model.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { nodesById } from "../../graph/resolve/read.js";
import { nodeFields } from "../../graph/resolve/selection.js";
import { acting } from "./acting.js";

/** What every write says, whatever else it takes: a text that tells others why. */
interface Reasoned {
  readonly reason: string;
}

/** A write as the API offers it. */
interface WriteOptions {
  /** The name of the mutation. */
  readonly name: string;
  /** Of which kind the row is that it writes and answers. */
  readonly kind: Kind;
  /** Who may call it at all; what of the rows is theirs, the work itself decides. */
  readonly least: Permitted;
  /** The class of its arguments; `reason` is one of them. */
  readonly args: Class;
  readonly description: string;
}

/** Does the writing on the transaction's connection and gives the UUID of the row. */
type Work = (input: never, inside: GraphContext) => Promise<string>;

/**
 * Makes a method a write of the API: a mutation, its permission, one transaction that knows who and why, and the new state of the row
 * as the answer, read as every question reads it. The method takes the arguments and the context of the transaction.
 */
export function Write({ name, kind, least, args, description }: WriteOptions) {
  return (prototype: object, method: string, descriptor: TypedPropertyDescriptor<Work>): void => {
    const work = descriptor.value as (input: Reasoned, inside: GraphContext) => Promise<string>;
    const field = async (input: Reasoned, info: GraphQLResolveInfo, context: GraphContext): Promise<object | null> => {
      const id = await acting(context, input.reason, (inside) => work(input, inside));
      const [node] = await nodesById(kind, [id], nodeFields(info, kind), context);
      return node ?? null;
    };
    descriptor.value = field as never;
    Mutation(() => kind.target as never, { name, nullable: true, description })(prototype, method, descriptor);
    Permission(least)(prototype, method, descriptor);
    Args(() => args as never)(prototype, method, 0);
    Info()(prototype, method, 1);
    Ctx()(prototype, method, 2);
  };
}
