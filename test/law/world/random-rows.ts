import { createHash } from "node:crypto";
import fc from "fast-check";
import { snakeCase } from "../../../src/graph/declare/naming.js";
import { pairColumns, pairTable, partName } from "../../../src/graph/declare/store.js";
import { everythingOn } from "../../../src/graph/declare/collected.js";
import type { ValueType } from "../../../src/graph/types/value-type.js";
import type { Attribute, Graph, Kind, LinkEnd } from "../../../src/graph/model.js";
import type { Database } from "../../../src/platform/database/database.js";
import { insert } from "../../support/rows.js";

type Draw = <T>(values: readonly T[]) => T;

const TEXTS = [
  "Straße",
  "STRASSE",
  "Übermaß",
  "übermaß",
  "5.9",
  "5.10",
  "",
  'Zeile\nzwei\t"Zitat" \\ / \u0001 \u2028',
  "ÄÖÜ äöü ß",
  "😀",
  "x",
  "x",
];
const POOLS: Readonly<Record<string, readonly unknown[]>> = {
  String: TEXTS,
  Int: [0, 1, 1, 2, -7, 2147483647],
  Decimal: ["0", "1.50", "1.5", "99999999.99", "3"],
  Boolean: [true, false],
  PartialDate: ["2018", "2018-09", "2018-09-27", "2017-12", "2017"],
  Date: ["2018-09-27", "1999-12-31"],
  URL: ["https://www.gera.de/"],
};

function value(type: ValueType, required: boolean, draw: Draw): unknown {
  const pool = POOLS[type.name] ?? (type.column.enum as string[]);
  return !required && draw([true, false, false]) ? null : draw(pool);
}

type Cells = Record<string, unknown>;

/** What the table fills by itself. */
const GIVEN = ["id", "key", "version", "createdAt", "updatedAt", "publication", "visibility"];

function cellsOf(attribute: Attribute, draw: Draw): Cells {
  const { name, required, shape } = attribute;
  if (shape === "value") return attribute.derive ? {} : { [snakeCase(name)]: value(attribute.type, required, draw) };
  if (shape === "list" || attribute.derive || draw([true, false])) return {};
  const parts = attribute.composite.attributes.flatMap((part): [string, unknown][] =>
    part.shape === "value" ? [[snakeCase(partName(name, part.name)), value(part.type, false, draw)]] : [],
  );
  return Object.fromEntries(parts);
}

/** The foreign key of a link; a link to a kind without rows stays empty. */
function endOf({ target, required }: LinkEnd, { ids, draw }: Drawing): string | null {
  const pool = target ? (ids.get(target.name) ?? []) : [...ids.values()].flat();
  return pool.length === 0 || (!required && draw([true, false, false])) ? null : draw(pool);
}

/** The same ids in every database that is filled alike, in the order of the kinds and rows. */
function uuidOf({ name }: Kind, index: number): string {
  const of = createHash("sha256").update(name).digest("hex");
  return `00000000-${String(index).padStart(4, "0")}-7000-8000-${of.slice(0, 12)}`;
}

/** What rows are drawn from: the ids of kinds before, and whether some rows are hidden from some. */
interface Drawing {
  readonly ids: ReadonlyMap<string, string[]>;
  readonly draw: Draw;
  readonly hidden: boolean;
}

function rowOf(kind: Kind, index: number, drawing: Drawing): Cells {
  const { draw, hidden } = drawing;
  const row: Cells = {
    id: uuidOf(kind, index),
    key: `${kind.prefix}-${index}`,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2021-01-01T00:00:00Z",
    publication: draw(hidden ? ["PUBLISHED", "PUBLISHED", "PUBLISHED", "DRAFT", "WITHDRAWN"] : ["PUBLISHED"]),
    visibility: draw(hidden ? ["PUBLIC", "PUBLIC", "PUBLIC", "INTERNAL"] : ["PUBLIC"]),
  };
  const own = everythingOn(kind.target).attributes.filter(({ name }) => !GIVEN.includes(name));
  for (const attribute of own) Object.assign(row, cellsOf(attribute, draw));
  for (const link of kind.links.values()) if (link.column) row[link.column] = endOf(link, drawing);
  return row;
}

/** Fills every table of a graph with random rows: NULLs, ties, umlauts, control characters, empty lists. Kinds come in the order of the graph; a link to a later kind stays empty. With `hidden` some are drafts, withdrawn or internal. */
export async function fill(
  graph: Graph,
  database: Database,
  size: number,
  seed: number,
  hidden = false,
): Promise<void> {
  const random = fc.sample(fc.infiniteStream(fc.nat(1_000_000)), { numRuns: 1, seed })[0]!;
  const draw: Draw = (values) => values[random.next().value! % values.length]!;
  const ids = new Map<string, string[]>();
  for (const kind of graph.kinds)
    for (let index = 0; index < size; index++) {
      const [id] = await insert(database, kind.table, [rowOf(kind, index, { ids, draw, hidden }) as never]);
      ids.set(kind.name, [...(ids.get(kind.name) ?? []), id!]);
    }
  for (const kind of graph.kinds)
    for (const link of everythingOn(kind.target).manyLinks) {
      const [own, far] = pairColumns(kind.table, link.name);
      const pairs = ids
        .get(kind.name)!
        .flatMap((from) => draw([[], [1], [1, 2, 3]]).map(() => [from, draw(ids.get(link.target().name)!)]));
      for (const [from, to] of pairs)
        await database.query({
          text: `INSERT INTO ${pairTable(kind.table, link.name)} (${own}, ${far}) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
          values: [from, to],
        });
    }
}
