import "reflect-metadata";
import { type GraphQLSchema, isObjectType } from "graphql";
import { Extensions, type MiddlewareFn, UseMiddleware } from "type-graphql";
import { Forbidden, Unauthenticated } from "../platform/errors.js";
import { StartError } from "../platform/start-error.js";
import { isAtLeast, type PersonalRole } from "./ranks.js";
import type { Viewer } from "./viewer.js";

/** What a field of the API demands of who asks for it: at least this role. */
export type Permitted = PersonalRole;

/**
 * Declares who may call a mutation or ask for a field, and sees to it: others get FORBIDDEN, or UNAUTHENTICATED where nobody is
 * signed in, before an argument is looked at. Stands beside `@Mutation`, `@Query` or `@FieldResolver`.
 */
export function Permission(least: Permitted): MethodDecorator {
  const demanding: MiddlewareFn<{ viewer: Viewer }> = ({ context }, next) => {
    demand(context.viewer, least);
    return next();
  };
  return (target, name, descriptor) => {
    Extensions({ permission: least })(target, name, descriptor);
    UseMiddleware(demanding as MiddlewareFn)(target, name, descriptor);
  };
}

/** Throws FORBIDDEN, or UNAUTHENTICATED where nobody is signed in, unless the viewer has at least this role. */
export function demand(viewer: Viewer, least: Permitted): void {
  if (isAtLeast(viewer.role, least)) return;
  if (viewer.role === "PUBLIC") throw new Unauthenticated(NOBODY);
  throw new Forbidden(NOT_YOU);
}

const NOBODY = {
  en: "This needs someone who is signed in and may do it.",
  de: "Dafür muss jemand mit den nötigen Rechten angemeldet sein.",
};

const NOT_YOU = {
  en: "Your role does not permit this.",
  de: "Ihre Rolle erlaubt das nicht.",
};

/** Throws StartError with the names of all mutations that declare no permission: a server with one of them does not start. */
export function assertAllPermitted(schema: GraphQLSchema): void {
  const mutations = schema.getMutationType();
  const open = isObjectType(mutations)
    ? Object.values(mutations.getFields()).filter(({ extensions }) => extensions.permission === undefined)
    : [];
  if (open.length > 0)
    throw new StartError(
      `These mutations do not say who may call them: ${open.map(({ name }) => name).join(", ")}. Declare it with @Permission.`,
    );
}
