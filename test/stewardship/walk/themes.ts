import { MEASURE_STATUS } from "../../../seeds/gera/mapping/words-of-plans.js";
import { GOAL_KINDS, PRECISIONS, THEME_KINDS, THEME_LINK_KINDS } from "../../../seeds/gera/mapping/words.js";
import { at, entries, type FileWalk, type Found, inferred, sources, word } from "./walk.js";

const byKey: FileWalk["is"] = (node: { key: string }, row) => node.key === row["key"];

const linkSelection = `from { key } to { key } kind basis sources { key url }`;
const isLink: FileWalk["is"] = (node, row) =>
  node.from.key === row["from_key"] && node.to.key === row["to_key"] && node.kind === THEME_LINK_KINDS[row["kind"]!];

/** Themes, goals, and the measures under them. */
export const themes: readonly FileWalk[] = [
  {
    file: "themes.csv",
    ask: {
      themes: `key title code kind parent { key } process { key } seq note sources { key url }`,
      goals: `key title code kind theme { key } process { key } seq note sources { key url }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      code: at("code"),
      parent_key: (node) => (node.parent ?? node.theme)?.key,
      process_key: at("process.key"),
      kind: word("kind", { ...THEME_KINDS, ...GOAL_KINDS }),
      seq: at("seq"),
      note: at("note"),
      source_url: sources,
    },
  },
  {
    file: "theme_links.csv",
    ask: { themeLinks: linkSelection },
    is: isLink,
    columns: {
      from_key: at("from.key"),
      to_key: at("to.key"),
      kind: (node, cell) => (node.basis === "SOURCE" ? cell : node.basis),
      source_url: sources,
    },
  },
  {
    file: "theme_links_editorial.csv",
    ask: { themeLinks: linkSelection },
    is: isLink,
    columns: {
      from_key: at("from.key"),
      to_key: at("to.key"),
      kind: word("kind", THEME_LINK_KINDS),
      basis: at("basis"),
    },
  },
  {
    file: "measures.csv",
    ask: {
      measures: `key title code parent { key } process { key } themes { nodes { key } } goals { nodes { key } }
      themeAssignments { nodes { basis theme { key } goal { key } } }
      leadDepartments { nodes { key } } participatingDepartments { nodes { key } } partners { nodes { key } }
      spatialUnits { nodes { key } } status statusAsOf startsOn endsOn description costEur costPrecision
      sources { key url } statements { attribute value basis }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      code: at("code"),
      parent_key: at("parent.key"),
      process_key: at("process.key"),
      theme_keys: (node, cell, row) => {
        const stated = node.themeAssignments.nodes.filter(({ basis }: Found) => basis === "SOURCE");
        return entries("theme.key", "goal.key")(stated, cell, row);
      },
      lead_department_key: entries("leadDepartments.nodes.key"),
      participating_department_keys: entries("participatingDepartments.nodes.key"),
      partner_keys: entries("partners.nodes.key"),
      district_keys: entries("spatialUnits.nodes.key"),
      status: word("status", MEASURE_STATUS),
      status_as_of: at("statusAsOf"),
      starts_on: at("startsOn"),
      ends_on: at("endsOn"),
      description: at("description"),
      budget_eur: at("costEur"),
      budget_precision: word("costPrecision", PRECISIONS),
      editorial_fields: inferred({
        lead_department_key: "leadDepartments",
        participating_department_keys: "participatingDepartments",
        process_key: "process",
        district_keys: "spatialUnits",
      }),
      source_url: sources,
      more_sources: sources,
    },
  },
  {
    file: "theme_assignments_editorial.csv",
    ask: { themeAssignments: `measure { key } theme { key } goal { key } basis reason` },
    is: (node, row) => node.measure.key === row["measure_key"] && (node.theme ?? node.goal).key === row["theme_key"],
    columns: {
      measure_key: at("measure.key"),
      theme_key: (node) => (node.theme ?? node.goal).key,
      basis: at("basis"),
      reason: at("reason"),
    },
  },
];
