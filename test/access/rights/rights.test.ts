import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rightsOf } from "../../../src/access/rights.js";
import type { Role, Viewer } from "../../../src/access/viewer.js";
import type { Identify } from "../../../src/access/identity/identifier.js";
import { type TestServer, testServer } from "../../support/server.js";

const keys = fc.uniqueArray(fc.string({ maxLength: 5 }), { maxLength: 3 });
const viewers: fc.Arbitrary<Viewer> = fc.record(
  {
    role: fc.constantFrom<Role>("PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN", "SERVICE"),
    subject: fc.string(),
    departments: keys,
    scopes: fc.record({ kinds: fc.oneof(fc.constant("ALL" as const), keys), export: fc.boolean() }),
  },
  { requiredKeys: ["role", "departments"] },
);

/** The same, said in another way: sets in a form that can be compared. */
const meaning = ({ role, departments, scopes }: Viewer): unknown => ({
  role,
  departments: [...departments].sort(),
  scopes: scopes && { ...scopes, kinds: scopes.kinds === "ALL" ? "ALL" : [...scopes.kinds].sort() },
});

const isSame = (one: Viewer, other: Viewer): boolean => {
  try {
    expect(meaning(one)).toEqual(meaning(other));
    return true;
  } catch {
    return false;
  }
};

describe("rights as a text", () => {
  test("are equal exactly where two viewers may see the same", () => {
    fc.assert(
      fc.property(viewers, viewers, (one, other) => {
        expect(rightsOf(one) === rightsOf(other)).toBe(isSame(one, other));
      }),
      { numRuns: 2_000 },
    );
  });

  test("do not depend on who someone is, nor on the order in which things are named", () => {
    fc.assert(
      fc.property(viewers, (viewer) => {
        const departments = [...viewer.departments].reverse();
        expect(rightsOf({ ...viewer, subject: "somebody else", departments })).toBe(rightsOf(viewer));
      }),
    );
  });
});

describe("a kept answer", () => {
  let server: TestServer;
  const people: Record<string, Viewer> = {
    anna: { role: "STAFF", subject: "anna", departments: [] },
    bernd: { role: "STAFF", subject: "bernd", departments: [] },
    clara: { role: "EDITOR", subject: "clara", departments: ["jugendamt"] },
    dora: { role: "EDITOR", subject: "dora", departments: ["sozialamt"] },
    reader: { role: "SERVICE", subject: "sg_1", departments: [], scopes: { kinds: ["Theme"], export: false } },
    exporter: { role: "SERVICE", subject: "sg_2", departments: [], scopes: { kinds: ["Theme"], export: true } },
  };
  const identify: Identify = async (name) => (name === undefined ? { role: "PUBLIC", departments: [] } : people[name]!);

  beforeAll(async () => {
    server = await testServer({ identifying: () => identify });
  });
  afterAll(() => server.close());

  const pathFor = async (name: string | undefined): Promise<string> => {
    const headers = { "stadtgraph-explain": "1", ...(name === undefined ? {} : { authorization: name }) };
    const response = await server.post({ query: "{ themes { nodes { title } } }" }, headers);
    return ((await response.json()) as { extensions: { explain: { path: string } } }).extensions.explain.path;
  };

  test("goes only to those with the same rights", async () => {
    for (const name of [undefined, "clara", "reader"]) {
      expect([await pathFor(name), await pathFor(name), await pathFor(name)]).toEqual(["planned", "planned", "cached"]);
    }
    expect(await pathFor("dora")).toBe("planned");
    expect(await pathFor("exporter")).toBe("planned");
    expect([await pathFor("anna"), await pathFor("anna"), await pathFor("bernd")]).toEqual([
      "planned",
      "planned",
      "cached",
    ]);
  });

  test("may be kept by the one who asked, and by nobody on the way to them; one that is not kept by nobody", async () => {
    const told: string[] = [];
    for (let times = 0; times < 3; times++) {
      const { headers } = await server.post({ query: "{ themes { totalCount } }" });
      told.push(`${headers.get("cache-control") ?? ""} | ${headers.get("vary") ?? ""}`);
    }
    expect(told).toEqual([
      "no-store | ",
      "private, no-cache | accept, accept-encoding, authorization, origin",
      "private, no-cache | accept, accept-encoding, authorization, origin",
    ]);
  });
});
