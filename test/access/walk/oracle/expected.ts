import type { Attribute, Kind, LinkEnd } from "../../../../src/graph/model.js";
import type { Words } from "../../../../src/graph/types/words.js";
import type { Told, Truth } from "./told.js";
import type { RawRow } from "../world/marked-world.js";
import type { Oracle } from "./oracle.js";
import { provenanceFor } from "./provenance.js";
import type { RightsTable } from "./table.js";
import type { Walker } from "../walker.js";

interface Ground {
  readonly walker: Walker;
  readonly truth: Truth;
  readonly table: RightsTable;
}

const uuidOf = (id: unknown): string => String(id).split("_")[1]!;

/** What the table says that someone is to be told of a row that they see: an answer for every field, or an error. */
export function expectedOf(row: RawRow, kind: Kind, ground: Ground): Told {
  const truth = ground.truth.get(row.id)!;
  return Object.fromEntries(
    Object.keys(truth).map((name) => {
      const [attribute, link] = [kind.attributes.get(name), kind.links.get(name)];
      if (attribute) return [name, ofAttribute(attribute, row, ground)];
      if (link) return [name, ofLink(link, row, ground)];
      if (kind.needs.get(name)?.every((needed) => ground.walker.oracle.reads(kind.name, needed)))
        return [name, truth[name]];
      throw new Error(`the walk has no answer for ${kind.name}.${name}`);
    }),
  );
}

function ofAttribute(attribute: Attribute, row: RawRow, ground: Ground): unknown {
  const { oracle } = ground.walker;
  const truth = ground.truth.get(row.id)![attribute.name];
  if (!oracle.reads(row.kind, attribute.name)) return attribute.shape === "list" ? [] : null;
  if (!attribute.derive) return truth;
  const rule = DERIVED[attribute.name];
  if (!rule) throw new Error(`the walk has no answer for ${row.kind}.${attribute.name}`);
  return rule(row, truth, ground);
}

/** What is derived from more than the row itself has a rule of its own. */
const DERIVED: Readonly<Record<string, (row: RawRow, truth: unknown, ground: Ground) => unknown>> = {
  label: (row, _truth, ground) => labelOf(row, ground),
  name: ({ cells }, truth, { walker }) => (walker.oracle.sees(String(cells.person_id)) ? truth : null),
  phoneE164: (_row, truth) => truth,
  faxE164: (_row, truth) => truth,
  subjectKind: (_row, truth) => truth,
  externalIds: (_row, truth) => truth,
  sources: (row, truth, { walker }) => provenanceFor(walker).sources(row, truth as never),
  statements: (row, truth, { walker }) => provenanceFor(walker).statements(row, truth as never),
  conflicts: (row, truth, { walker }) => provenanceFor(walker).conflicts(row, truth as never),
  restrictedFields: ({ kind }, _truth, { walker, table }) =>
    [...table.get(kind)!.readableBy.keys()].filter((name) => !walker.oracle.reads(kind, name)),
  viewerCan: (row, _truth, { walker }) => powersOver(row, walker.oracle),
};

/** By the table of roles in the issue: editors change their own, stewards everything; staff and tokens that may take data along. */
function powersOver(row: RawRow, { viewer, owns }: Oracle): object {
  const steward = viewer.role === "STEWARD" || viewer.role === "ADMIN";
  const change = steward || (viewer.role === "EDITOR" && owns(row));
  const out = viewer.role === "SERVICE" ? viewer.scopes!.export : viewer.role !== "PUBLIC";
  return { edit: change, withdraw: change && row.cells.publication !== "WITHDRAWN", review: steward, export: out };
}

function labelOf(row: RawRow, ground: Ground): string {
  const kind = ground.walker.graph.kind(row.kind);
  const parts = kind.label.map((path) => spoken(path.split("."), row, ground));
  return parts.filter((part) => part != null).join(", ") || String(row.cells.key);
}

function spoken([name, ...rest]: readonly string[], row: RawRow, ground: Ground): string | null {
  const { graph, oracle, world } = ground.walker;
  const kind = graph.kind(row.kind);
  const attribute = kind.attributes.get(name!);
  if (attribute?.shape === "value") {
    if (!oracle.reads(row.kind, name!)) return null;
    const value = row.cells[name!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
    return value == null ? null : ((attribute.type as Partial<Words>).labels?.[value] ?? value);
  }
  const far = world.rows.get(String(row.cells[kind.links.get(name!)!.column!]));
  if (!far || !oracle.sees(far.id)) return null;
  return rest.length > 0 ? spoken(rest, far, ground) : labelOf(far, ground);
}

interface Far {
  readonly id: string;
}

function ofLink(link: LinkEnd, row: RawRow, { walker: { oracle }, truth, table }: Ground): unknown {
  const value = truth.get(row.id)![link.name];
  const ways = table.get(row.kind)!.ways.get(link.name);
  const leads = ({ id }: Far): boolean =>
    oracle.sees(uuidOf(id)) && (!ways || ways.some((way) => oracle.goes(way, row.id, uuidOf(id))));
  if (link.shape === "one") return value && leads(value as Far) ? value : null;
  if (link.shape === "list") return (value as Far[]).filter(leads);
  const nodes = (value as { nodes: Far[] }).nodes.filter(leads);
  return { totalCount: nodes.length, nodes };
}
