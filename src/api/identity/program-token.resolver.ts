import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { createServiceToken, type CreatedServiceToken } from "../../access/identity/program-token/create.js";
import { listServiceTokens } from "../../access/identity/program-token/list.js";
import { revokeServiceToken } from "../../access/identity/program-token/revoke.js";
import type { ServiceToken } from "../../access/identity/program-token/record.js";
import { Permission } from "../../access/permission.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { listable } from "../documents/listable.js";
import type { RequestContext } from "../graphql.js";
import { knownKinds } from "./known-kinds.js";
import { CreatedServiceTokenType, ServiceTokenInput, ServiceTokenType } from "./program-token.types.js";

/** Tokens for programs: made, listed and revoked by administrators. */
@Resolver()
export class ServiceTokenResolver {
  @Permission("ADMIN")
  @Query(() => [ServiceTokenType], {
    description: "alle Dienst-Token, auch abgelaufene und widerrufene; das neueste zuerst",
  })
  serviceTokens(@Ctx() { database }: GraphContext): Promise<ServiceToken[]> {
    return listServiceTokens(database);
  }

  @Permission("ADMIN")
  @Mutation(() => CreatedServiceTokenType, { description: "legt ein Dienst-Token an" })
  createServiceToken(
    @Arg("input", () => ServiceTokenInput) input: ServiceTokenInput,
    @Ctx() { database, graph, trusted, viewer }: RequestContext,
  ): Promise<CreatedServiceToken> {
    return createServiceToken(database, {
      name: input.name,
      kinds: knownKinds(graph, input.kinds),
      mayExport: input.mayExport ?? false,
      documents: listable(trusted, input.documents),
      documentMode: input.documentMode ?? undefined,
      days: input.days,
      createdBy: viewer.subject!,
    });
  }

  @Permission("ADMIN")
  @Mutation(() => ServiceTokenType, { description: "widerruft ein Dienst-Token; es gilt ab sofort nicht mehr" })
  revokeServiceToken(@Arg("id", () => ID) id: string, @Ctx() { database }: GraphContext): Promise<ServiceToken> {
    return revokeServiceToken(database, id);
  }
}
