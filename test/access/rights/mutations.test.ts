import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildSchema, type GraphQLField, isObjectType } from "graphql";
import { readFile } from "node:fs/promises";
import type { Viewer } from "../../../src/access/viewer.js";
import { apiSchema } from "../../../src/api/schema.js";
import { graph } from "../../../src/domain/index.js";
import { identifyAsTold, toldAs } from "./people.js";
import { insert } from "../../support/rows.js";
import { type TestServer, testServer } from "../../support/server.js";
import { literalOf } from "../walk/world/literal.js";

const RISING = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN"] as const;

const viewer = (role: Viewer["role"]): Viewer => ({
  role,
  subject: role,
  departments: role === "PUBLIC" ? [] : ["amt"],
});
const scopes = { kinds: "ALL", export: true } as const;
const TOKEN: Viewer = { ...viewer("SERVICE"), departments: [], scopes };

const schema = apiSchema();
const mutations = Object.values(schema.getMutationType()!.getFields());

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ identifying: () => identifyAsTold });
  await insert(server.database, "department", [{ key: "amt", name: "Amt", kind: "OFFICE" }]);
});
afterAll(() => server.close());

/** Calls a mutation with values that fit its arguments. */
async function call(as: Viewer, { name, args, type }: GraphQLField<unknown, unknown>): Promise<string> {
  const of = graph.kinds.find((kind) => name.endsWith(kind.name))?.prefix ?? "measure";
  const given = args.map((arg) => `${arg.name}: ${literalOf(arg.type, of)}`).join(", ");
  const named = "ofType" in type ? type.ofType : type;
  const below = isObjectType(named) ? " { __typename }" : "";
  const answer = await server.post({ query: `mutation { ${name}(${given})${below} }` }, toldAs(as));
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? "done";
}

/** Everything that a mutation could have changed. */
const stateOf = (): Promise<unknown[]> =>
  server.database.query({
    text: `SELECT (SELECT count(*) FROM node_change) AS changes, (SELECT count(*) FROM service_token) AS tokens,
      (SELECT json_agg(v) FROM data_version AS v) AS versions`,
    values: [],
  });

test("the mutations that are walked are all that clients are offered", async () => {
  const printed = buildSchema(await readFile("schema/schema.graphql", "utf8"));
  expect(mutations.map(({ name }) => name).sort()).toEqual(Object.keys(printed.getMutationType()!.getFields()).sort());
  expect(mutations.length).toBeGreaterThanOrEqual(graph.kinds.length * 2);
});

describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))("%s", (_name, mutation) => {
  const least = mutation.extensions.permission as (typeof RISING)[number];

  test("is refused to every role below its own and to tokens, and changes nothing for them", async () => {
    const before = await stateOf();
    expect(RISING.indexOf(least)).toBeGreaterThan(RISING.indexOf("STAFF"));
    expect(await call(viewer("PUBLIC"), mutation)).toBe("UNAUTHENTICATED");
    for (const role of RISING.slice(1, RISING.indexOf(least)))
      expect({ role, code: await call(viewer(role), mutation) }).toEqual({ role, code: "FORBIDDEN" });
    expect(await call(TOKEN, mutation)).toBe("FORBIDDEN");
    expect(await stateOf()).toEqual(before);
  });

  test("is open to its own role and those above", async () => {
    for (const role of RISING.slice(RISING.indexOf(least)))
      expect(["UNAUTHENTICATED", "FORBIDDEN"]).not.toContain(await call(viewer(role), mutation));
  });
});

describe("viewerCan agrees with what the mutations permit", () => {
  const everyone: readonly Viewer[] = [...RISING.map(viewer), TOKEN, { ...viewer("EDITOR"), departments: [] }];
  const STATES = ["DRAFT", "PUBLISHED", "WITHDRAWN"] as const;
  let counter = 0;

  /** A row as someone sees it, and what becomes of both writes. */
  async function tried(as: Viewer, publication: (typeof STATES)[number], owner: string | null) {
    const [theme, other] = await insert(server.database, "theme", [
      { key: `t-${++counter}`, title: "Thema", kind: "TOPIC", publication, owner_id: owner },
      { key: `t-${++counter}`, title: "Thema", kind: "TOPIC", publication, owner_id: owner },
    ]);
    const write = async (verb: string, id: string): Promise<string> => {
      const query = `mutation { ${verb}Theme(id: "theme_${id}", expectedVersion: 1, reason: "Versuch") { id } }`;
      const { errors } = (await (await server.post({ query }, toldAs(as))).json()) as {
        errors?: { extensions: { code: string } }[];
      };
      return errors?.[0]?.extensions.code ?? "done";
    };
    const query = `{ theme(id: "theme_${theme!}") { viewerCan { edit withdraw review export } } }`;
    const { data } = (await (await server.post({ query }, toldAs(as))).json()) as {
      data: { theme: { viewerCan: { withdraw: boolean; review: boolean } } | null };
    };
    return {
      can: data.theme?.viewerCan,
      withdraw: await write("withdraw", theme!),
      publish: await write("publish", other!),
    };
  }

  test.each(everyone.map((each) => [`${each.role} ${each.departments.join()}`, each] as const))(
    "for %s",
    async (_name, as) => {
      const [own, other] = (await insert(server.database, "department", [
        { key: `unter-${++counter}`, name: "Abteilung", kind: "DIVISION" },
        { key: `fremd-${++counter}`, name: "Fremdes Amt", kind: "OFFICE" },
      ])) as [string, string];
      const under = `UPDATE department SET parent_id = (SELECT id FROM department WHERE key = 'amt') WHERE id = $1`;
      await server.database.query({ text: under, values: [own] });
      for (const publication of STATES)
        for (const owner of [own, other, null]) {
          const { can, withdraw, publish } = await tried(as, publication, owner);
          const told = { withdraw: withdraw === "done", publish: publish === "done" };
          const said = { withdraw: can?.withdraw ?? false, publish: (can?.review ?? false) && publication === "DRAFT" };
          expect({ publication, owner, ...told }).toEqual({ publication, owner, ...said });
        }
    },
  );
});
