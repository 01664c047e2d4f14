import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { graph } from "../../../src/domain/index.js";
import type { Attribute, Kind, LinkEnd } from "../../../src/graph/model.js";
import type { Told } from "./oracle/told.js";
import { BUILDING } from "../../support/database.js";
import { told, walkFields } from "./steps/fields.js";
import { walkInputs } from "./steps/inputs.js";
import { walkNames } from "./steps/names.js";
import { type Ground, groundOf, type Walker, walkerFor, type WhichPath } from "./walker.js";

const truth = new Map<string, Told>();
/** Holds what the declarations say while they are sound. */
let ground: Ground;
beforeAll(async () => {
  ground = await groundOf(graph);
  const steward = walkerFor({ role: "STEWARD", departments: [] }, "resolved", ground);
  for (const kind of graph.kinds) for (const [id, each] of await told(steward, kind)) truth.set(id, each);
}, BUILDING);
afterAll(async () => {
  await ground.paths.stop();
  await ground.world.close();
});

/** Walks over one kind as the public, with something changed in what it is. */
async function walked(kind: Kind, changed: object, walk = fields, path: WhichPath = "resolved"): Promise<void> {
  const sound = { ...kind };
  Object.assign(kind, changed);
  try {
    await walk(walkerFor({ role: "PUBLIC", departments: [] }, path, ground), kind);
  } finally {
    Object.assign(kind, sound);
  }
}

type Walk = (walking: Walker, kind: Kind) => Promise<void>;
const fields: Walk = (walking, kind) => walkFields(walking, kind, truth, ground.table);
const inputs: Walk = (walking, kind) => walkInputs(walking, kind, ground.table);
const byName: Walk = (walking, kind) => walkNames(walking, kind, false);

const replaced = <T>(map: ReadonlyMap<string, T>, name: string, change: object): ReadonlyMap<string, T> =>
  new Map([...map].map(([each, value]): [string, T] => [each, each === name ? { ...value, ...change } : value]));

describe("the walk finds", () => {
  test.each(graph.kinds.map((kind) => [kind.name, kind] as const))(
    "rows of %s that are shown without a look at what they are",
    async (_name, kind) => {
      // The table behind a view that calls every row published and public: no condition of `source` holds anything back.
      const open = `'{"publication": "PUBLISHED", "visibility": "PUBLIC"}'::jsonb`;
      const view = `open_${kind.table}`;
      const text = `CREATE VIEW "${view}" AS SELECT (jsonb_populate_record(t, ${open})).* FROM "${kind.table}" AS t`;
      await ground.world.database.query({ text, values: [] });
      await expect(walked(kind, { table: view })).rejects.toThrow(/of a hidden row|the id/);
      await expect(walked(kind, { table: view }, byName, "planned")).rejects.toThrow(/of a hidden row|the id/);
    },
  );

  const holding = graph.kind("RoleHolding");
  const readableByAll = { attributes: replaced<Attribute>(holding.attributes, "email", { readableBy: undefined }) };

  test("an attribute that has lost its readers, whether it is read or only compared", async () => {
    await expect(walked(holding, readableByAll)).rejects.toThrow("RoleHolding.email, which may not be read");
    await expect(walked(holding, readableByAll, inputs)).rejects.toThrow("FORBIDDEN");
  });

  test("a derived attribute that tells what another one keeps", async () => {
    const label = holding.attributes.get("phone");
    const leaky = { derive: (row: never) => (row as { column: (name: string) => unknown }).column("phone") };
    const attributes = replaced<Attribute>(holding.attributes, "name", leaky);
    expect(label).toBeDefined();
    await expect(walked(holding, { attributes })).rejects.toThrow("RoleHolding.phone, which may not be read");
  });

  test("a part that has forgotten its whole", async () => {
    const grant = graph.kind("FundingGrant");
    const links = replaced<LinkEnd>(grant.links, "measure", { hiddenWith: false });
    await expect(walked(grant, { links })).rejects.toThrow();
  });

  test("nothing where nothing is wrong", async () => {
    await expect(walked(holding, {})).resolves.toBeUndefined();
    await expect(walked(holding, {}, inputs)).resolves.toBeUndefined();
  });
});
