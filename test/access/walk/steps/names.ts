import { expect } from "@jest/globals";
import { searchedKinds } from "../../../../src/graph/search/search.sql.js";
import type { Kind } from "../../../../src/graph/model.js";
import { sampleOf } from "./fields.js";
import type { RawRow } from "../world/marked-world.js";
import type { Walker } from "../walker.js";

/** Asks for the rows of a kind by id, by key, as nodes and by their words: those that are seen are found, the others are not there. */
export async function walkNames(walker: Walker, kind: Kind, thorough: boolean): Promise<void> {
  const { oracle, world } = walker;
  const rows = sampleOf(kind, world);
  const ids = rows.map(({ id }) => `${kind.prefix}_${id}`);
  const { nodes } = await walker.data(
    `{ nodes(ids: [${ids.map((id) => `"${id}"`).join()}]) { __typename ${COMMON} } }`,
  );
  expect((nodes as ({ id: string } | null)[]).map((node) => node?.id ?? null)).toEqual(
    ids.map((id, index) => (oracle.sees(rows[index]!.id) ? id : null)),
  );
  for (const row of thorough ? some(rows, walker) : []) {
    const id = `${kind.prefix}_${row.id}`;
    await named(walker, row, `node(id: "${id}") { id }`);
    await named(walker, row, `${kind.one}(id: "${id}") { id }`);
    await named(walker, row, `${kind.one}(key: "${String(row.cells.key)}") { id }`);
    if (searchedKinds(walker).includes(kind)) await sought(walker, kind, row);
  }
}

const COMMON =
  "id key label version publication visibility createdAt updatedAt restrictedFields viewerCan { edit } sources { key } statements { value } conflicts { attribute } externalIds { value }";

/** One that is seen and two that are not. */
function some(rows: readonly RawRow[], { oracle }: Walker): RawRow[] {
  const seen = rows.filter(({ id }) => oracle.sees(id));
  return [...seen.slice(0, 1), ...rows.filter((row) => !seen.includes(row)).slice(0, 2)];
}

async function named({ ask, oracle, world }: Walker, { id }: RawRow, field: string): Promise<void> {
  const { data, errors } = await ask(`{ one: ${field} }`);
  const found = { id: (data.one as { id: string } | null)?.id.split("_")[1], code: errors?.[0]?.extensions.code };
  const expected = oracle.sees(id) ? { id, code: undefined } : { id: undefined, code: "NOT_FOUND" };
  expect({ field, ...found }).toEqual({ field, ...expected });
  expect(world.rows.has(id)).toBe(true);
}

/** By the mark in its title, which nothing else has. */
async function sought({ data, oracle }: Walker, kind: Kind, row: RawRow): Promise<void> {
  const title = String(row.cells[kind.label[0]!]);
  const { search } = await data(
    `{ search(text: "${title}", kinds: [${kind.table.toUpperCase()}], first: 100) { totalCount hits { score snippet node { id } } nodes { id } } }`,
  );
  const ids = (search.nodes as { id: string }[]).map(({ id }) => id.split("_")[1]);
  expect({ title, found: ids.includes(row.id) }).toEqual({ title, found: oracle.sees(row.id) });
  expect(search.hits).toHaveLength(ids.length);
  if (ids.length < 100) expect(search.totalCount).toBe(ids.length);
}
