import { snakeCase } from "../../../../src/graph/declare/naming.js";
import { partName } from "../../../../src/graph/declare/store.js";
import type { Attribute, Graph, Kind } from "../../../../src/graph/model.js";
import type { ValueType } from "../../../../src/graph/types/value-type.js";
import type { Database } from "../../../../src/platform/database/database.js";
import type { TestDatabase } from "../../../support/database.js";
import { geraDatabase } from "../../../support/gera.js";

/** A row as it stands in its table, whoever may see it. */
export interface RawRow {
  readonly id: string;
  readonly kind: string;
  /** What its columns hold, as text. */
  readonly cells: Readonly<Record<string, string | null>>;
}

/** Gera's rows in every state, of many owners, and every text in them a mark that names its row and attribute. */
export interface MarkedWorld extends TestDatabase {
  readonly rows: ReadonlyMap<string, RawRow>;
  /** The key of a department that was reorganised and has others below it. */
  readonly department: string;
  /** Of which row and attribute a mark is. */
  readonly markOf: (mark: string) => { readonly row: RawRow; readonly attribute: string } | undefined;
}

/** What a mark looks like: the number of the kind, of the row, of the attribute. */
export const MARK = /z(\d+)r(\d+)c(\d+)z/gi;

const DEPARTMENT = "dezernat-jugend-und-soziales";

/** More rows than not can be seen by the public, or hardly any part would be seen with its whole. */
const STATES = [
  ["PUBLISHED", "PUBLIC"],
  ["PUBLISHED", "PUBLIC"],
  ["DRAFT", "PUBLIC"],
  ["PUBLISHED", "PUBLIC"],
  ["PUBLISHED", "INTERNAL"],
  ["WITHDRAWN", "PUBLIC"],
  ["PUBLISHED", "PUBLIC"],
  ["DRAFT", "INTERNAL"],
  ["PUBLISHED", "PUBLIC"],
] as const;

/** Makes such a world of a copy of Gera's data. */
export async function markedWorld(graph: Graph): Promise<MarkedWorld> {
  const made = await geraDatabase();
  const { database } = made;
  const run = <Row>(text: string) => database.query<Row>({ text, values: [] });
  const [{ id: home }] = (await run(`SELECT id FROM department WHERE key = '${DEPARTMENT}'`)) as [{ id: string }];
  await run("INSERT INTO external_id (scheme, value, node_id) SELECT 'walk', id::text, id FROM measure");
  for (const [number, kind] of graph.kinds.entries()) await mark(database, kind, number);
  const rows = new Map<string, RawRow>();
  const numbered: string[][] = [];
  for (const [number, kind] of graph.kinds.entries()) {
    const read = await run<{ cells: Record<string, string | null> }>(
      `SELECT (SELECT jsonb_object_agg(c.name, c.value) FROM jsonb_each_text(to_jsonb(t)) AS c(name, value)) AS cells FROM "${kind.table}" AS t ORDER BY id`,
    );
    numbered[number] = read.map(({ cells }) => String(cells.id));
    for (const { cells } of read) rows.set(String(cells.id), { id: String(cells.id), kind: kind.name, cells });
  }
  const markOf: MarkedWorld["markOf"] = (text) => {
    const [, kind, row, attribute] = [...text.matchAll(MARK)][0] ?? [];
    const found = rows.get(numbered[Number(kind)]?.[Number(row) - 1] ?? "");
    const names = [...(graph.kinds[Number(kind)]?.attributes.keys() ?? [])];
    return found && { row: found, attribute: names[Number(attribute)]! };
  };
  return { ...made, rows, markOf, department: String(rows.get(home)!.cells.key) };
}

/** Gives every row of a kind a state, an owner and its marks. */
async function mark(database: Database, kind: Kind, number: number): Promise<void> {
  const attributes = [...kind.attributes.values()];
  const settings = attributes.flatMap((attribute, index) =>
    columnsOf(attribute).map(
      ({ column, type }) => `"${column}" = ${marked(column, type, `z${number}r' || r.n || 'c${index}z`)}`,
    ),
  );
  const states = `(ARRAY[${STATES.map((state) => `'{${state.join()}}'::text[]`).join()}]::text[][])`;
  const state = (part: number): string => `${states}[1 + (r.n + ${number}) % ${STATES.length}][${part}]`;
  await database.query({
    text: `UPDATE "${kind.table}" AS t SET ${[
      ...settings,
      `publication = ${state(1)}::publication_state`,
      `visibility = ${state(2)}::visibility`,
      `owner_id = (ARRAY(SELECT id FROM department ORDER BY id))[1 + (r.n * 5 + ${number}) % (SELECT count(*) + 8 FROM department)]`,
    ].join(", ")} FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "${kind.table}") AS r WHERE r.id = t.id`,
    values: [],
  });
  const place = attributes.findIndex(({ name }) => name === "externalIds");
  await database.query({
    text: `UPDATE external_id AS x SET value = 'z${number}r' || r.n || 'c${place}z'
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "${kind.table}") AS r WHERE r.id = x.node_id`,
    values: [],
  });
}

interface TextColumn {
  readonly column: string;
  readonly type: ValueType;
}

const TEXTS = new Set(["String", "EmailAddress", "URL"]);

/** The columns of an attribute that can hold any text; what others must say stays. */
function columnsOf(attribute: Attribute): TextColumn[] {
  const { name } = attribute;
  if (attribute.derive || attribute.shape === "list" || name === "attribute") return [];
  if (attribute.shape === "value")
    return isFree(attribute.type, name) ? [{ column: snakeCase(name), type: attribute.type }] : [];
  return attribute.composite.attributes.flatMap((part) =>
    part.shape === "value" && isFree(part.type, part.name)
      ? [{ column: snakeCase(partName(name, part.name)), type: part.type }]
      : [],
  );
}

const isFree = ({ name, check }: ValueType, attribute: string): boolean =>
  attribute === "key" || (TEXTS.has(name) && (name !== "String" || !check));

/** An empty value of a statement says that it is about the whole row, so it stays. */
function marked(column: string, { name }: ValueType, text: string): string {
  if (name === "EmailAddress") return `'${text}@example.org'`;
  if (name === "URL") return `'https://${text}.example.org/'`;
  return column === "value" ? `CASE WHEN t."${column}" IS NOT NULL THEN '${text}' END` : `'${text}'`;
}
