import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Node } from "../declare/node.js";
import type { Class, Kind, LinkEnd } from "../model.js";
import { anyNode } from "../resolve/any.js";
import type { GraphContext } from "../resolve/context.js";
import { farList, farNode, farNodes } from "../resolve/far.js";
import type { NodeRecord } from "../resolve/record.js";
import type { PageInput } from "../sql/page/page.js";
import { connectionTypeOf } from "./connection-type.js";
import { pageArgsOf } from "./page-args.js";

type Resolve = (near: NodeRecord, input: PageInput, info: GraphQLResolveInfo, context: GraphContext) => unknown;

function resolverOf(link: LinkEnd): Resolve {
  if (!link.target) return (near, _input, info, context) => anyNode(link, near, info, context);
  if (link.shape === "one") return (near, _input, info, context) => farNode(link, near, info, context);
  if (link.shape === "list") return (near, _input, info, context) => farNodes(link, near, info, context);
  return (near, input, info, context) => farList(link, near, input, info, context);
}

function typeOf({ target, shape }: LinkEnd): () => never {
  if (!target) return () => Node as never;
  if (shape === "connection") return () => connectionTypeOf(target).type as never;
  return () => (shape === "list" ? [target.target] : target.target) as never;
}

/** A field for every end of a link that stands at a kind, whichever class declared it. */
export function linkFieldsOf(kind: Kind): Class {
  class Links {}
  for (const link of kind.links.values()) addField(Links.prototype, link);
  Resolver(() => kind.target as never)(Links);
  return Links;
}

function addField(prototype: object, link: LinkEnd): void {
  const { name, description, target } = link;
  const resolve = resolverOf(link);
  const paged = link.shape === "connection" && target;
  const method = paged
    ? (near: NodeRecord, input: PageInput, info: GraphQLResolveInfo, context: GraphContext) =>
        resolve(near, input, info, context)
    : (near: NodeRecord, info: GraphQLResolveInfo, context: GraphContext) => resolve(near, {}, info, context);
  const descriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  const nullable = link.shape === "one"; // even where the row must exist: the viewer may not see it
  FieldResolver(typeOf(link), { nullable, description })(prototype, name, descriptor);
  Root()(prototype, name, 0);
  if (paged) Args(() => pageArgsOf(target) as never)(prototype, name, 1);
  Info()(prototype, name, paged ? 2 : 1);
  Ctx()(prototype, name, paged ? 3 : 2);
}
