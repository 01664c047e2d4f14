import { describe, expect, test } from "@jest/globals";
import { Mutation, Query, Resolver } from "type-graphql";
import { assertAllPermitted, demand, Permission } from "../../src/access/permission.js";
import type { Role, Viewer } from "../../src/access/viewer.js";
import { ServiceTokenResolver } from "../../src/api/identity/program-token.resolver.js";
import { TrustedDocuments } from "../../src/api/documents/trusted-documents.js";
import { startApollo } from "../../src/api/graphql.js";
import { computedFields, graph } from "../../src/domain/index.js";
import { schemaOf } from "../../src/graph/schema/schema-of.js";
import { readEnvironment } from "../../src/platform/environment.js";
import { createLog } from "../../src/platform/log.js";
import { StartError } from "../../src/platform/start-error.js";

@Resolver()
class Careless {
  @Mutation(() => Boolean)
  forgetEverything(): boolean {
    return true;
  }

  @Permission("ADMIN")
  @Mutation(() => Boolean)
  forgetSomething(): boolean {
    return true;
  }

  @Query(() => Boolean)
  open(): boolean {
    return true;
  }
}

const schemaWith = (...resolvers: never[]) => schemaOf(graph, [...computedFields, ...resolvers]);

const start = (schema: ReturnType<typeof schemaOf>) =>
  startApollo({
    schema,
    graph,
    database: undefined as never, // a start asks the database nothing
    log: createLog({ logLevel: "silent" }),
    limits: readEnvironment({}).limits,
    documents: { settings: readEnvironment({}).documents, trusted: new TrustedDocuments([]) },
  });

describe("a mutation that does not say who may call it", () => {
  test("lets no server start, and is named", async () => {
    const starting = start(schemaWith(ServiceTokenResolver as never, Careless as never));
    await expect(starting).rejects.toThrow(StartError);
    await expect(starting).rejects.toThrow(
      "These mutations do not say who may call them: forgetEverything. Declare it with @Permission.",
    );
  });

  test("is not among those that there are", async () => {
    const schema = schemaWith(ServiceTokenResolver as never);
    const named = Object.values(schema.getMutationType()!.getFields()).map(
      ({ name, extensions }) => `${name}: ${String(extensions.permission)}`,
    );
    expect(named).toEqual(["createServiceToken: ADMIN", "revokeServiceToken: ADMIN"]);
    expect(() => assertAllPermitted(schema)).not.toThrow();
    await (await start(schema)).stop();
  });

  test("cannot be where there are no mutations at all", () => {
    expect(() => assertAllPermitted(schemaWith())).not.toThrow();
  });
});

describe("a permission", () => {
  const ROLES: Role[] = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN", "SERVICE"];
  const codeFor = (role: Role, least: Parameters<typeof demand>[1]): string => {
    const viewer: Viewer = { role, departments: [], subject: "someone" };
    try {
      demand(viewer, least);
      return "may";
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
  };
  const [no, out] = ["FORBIDDEN", "UNAUTHENTICATED"];

  test.each([
    ["PUBLIC", ["may", "may", "may", "may", "may", "may"]],
    ["STAFF", [out, "may", "may", "may", "may", no]],
    ["EDITOR", [out, no, "may", "may", "may", no]],
    ["STEWARD", [out, no, no, "may", "may", no]],
    ["ADMIN", [out, no, no, no, "may", no]],
  ] as const)("for %s and above is held to", (least, expected) => {
    expect(ROLES.map((role) => codeFor(role, least))).toEqual(expected);
  });
});
