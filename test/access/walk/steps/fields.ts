import { expect } from "@jest/globals";
import type { GraphQLObjectType } from "graphql";
import type { Kind } from "../../../../src/graph/model.js";
import type { Told, Truth } from "../oracle/told.js";
import { expectedOf } from "../oracle/expected.js";
import type { RawRow } from "../world/marked-world.js";
import { selected } from "../world/selection.js";
import type { RightsTable } from "../oracle/table.js";
import type { Walker } from "../walker.js";

/** Rows of each kind that are asked about. */
const SAMPLE = 24;

/** Fields that are asked for at once. */
const CHUNK = 16;

/** The rows of a kind that are asked about: every so many, so that all states are among them. */
export function sampleOf(kind: Kind, { rows }: Walker["world"]): RawRow[] {
  const all = [...rows.values()].filter((row) => row.kind === kind.name);
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  return all.filter((_, index) => index % step === 0);
}

const listed = (kind: Kind, rows: readonly RawRow[], below: string): string =>
  `{ list: ${kind.plural}(first: 500, where: { id: { in: [${rows.map(({ id }) => `"${kind.prefix}_${id}"`).join()}] } }) { nodes { id ${below} } } }`;

/** Everything that is told of the sample of a kind. */
export async function told(walker: Walker, kind: Kind): Promise<Map<string, Told>> {
  const { graph, schema, world } = walker;
  const fields = Object.values((schema.getType(kind.name) as GraphQLObjectType).getFields());
  const rows = sampleOf(kind, world);
  const found = new Map<string, Told>();
  for (let start = 0; start < fields.length; start += CHUNK) {
    const below = fields.slice(start, start + CHUNK).map((field) => selected(field, graph));
    const data = await walker.data(listed(kind, rows, below.join(" ")));
    for (const node of data.list.nodes as (Told & { id: string })[]) {
      const id = node.id.split("_")[1]!;
      found.set(id, { ...found.get(id), ...node });
    }
  }
  return found;
}

/** Asks for every field of every row in the sample of a kind, and compares with what the table says. */
export async function walkFields(walker: Walker, kind: Kind, truth: Truth, table: RightsTable): Promise<void> {
  const { world, oracle } = walker;
  const answers = await told(walker, kind);
  const seen = sampleOf(kind, world).filter(({ id }) => oracle.sees(id));
  expect({ kind: kind.name, rows: [...answers.keys()].sort() }).toEqual({
    kind: kind.name,
    rows: seen.map(({ id }) => id).sort(),
  });
  for (const row of seen) {
    const expected = expectedOf(row, kind, { walker, truth, table });
    expect({ kind: kind.name, ...answers.get(row.id) }).toEqual({ kind: kind.name, ...expected });
  }
}
