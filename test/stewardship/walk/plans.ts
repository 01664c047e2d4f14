import * as words from "../../../seeds/gera/mapping/words-of-plans.js";
import { BODY_KINDS, PUBLICATION_KINDS } from "../../../seeds/gera/mapping/words.js";
import { at, type FileWalk, inferred, sources, word } from "./walk.js";

const byKey: FileWalk["is"] = (node: { key: string }, row) => node.key === row["key"];

/** Plans and what belongs to them. */
export const plans: readonly FileWalk[] = [
  {
    file: "planning_processes.csv",
    ask: {
      planningProcesses: `key title shortTitle kind leadDepartment { key } periodStart periodEnd status startedOn goalsCount measuresCount
      documentUrl note sources { key url } statements { attribute value basis } decisions { nodes { decidedOn number body { key } } }
      linksTo(where: { kind: { eq: CONTINUES } }) { nodes { to { key } } }`,
    },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      short_title: at("shortTitle"),
      kind: word("kind", words.PROCESS_KINDS),
      lead_department_key: at("leadDepartment.key"),
      period_start: at("periodStart"),
      period_end: at("periodEnd"),
      status: word("status", words.PROCESS_STATUS),
      decided_on: at("decisions.nodes.decidedOn"),
      deciding_body: at("decisions.nodes.body.key"),
      decision_no: at("decisions.nodes.number"),
      predecessor_key: at("linksTo.nodes.to.key"),
      started_on: at("startedOn"),
      goals_count: at("goalsCount"),
      measures_count: at("measuresCount"),
      document_url: at("documentUrl"),
      note: at("note"),
      editorial_fields: inferred({
        lead_department_key: "leadDepartment",
        predecessor_key: (row) => ["linksTo", `${row["key"]}--continues--${row["predecessor_key"]}`],
      }),
      source_url: sources,
      more_sources: sources,
    },
  },
  {
    file: "process_links.csv",
    ask: { processLinks: `from { key } to { key } kind basis note sources { key url }` },
    is: (node, row) =>
      node.from.key === row["from_key"] &&
      node.to.key === row["to_key"] &&
      node.kind === words.PROCESS_LINK_KINDS[row["kind"]!],
    columns: {
      from_key: at("from.key"),
      to_key: at("to.key"),
      // The file holds what sources say; what an editor inferred is in the other files.
      kind: (node, cell) => (node.basis === "SOURCE" ? cell : node.basis),
      note: at("note"),
      source_url: sources,
    },
  },
  {
    file: "process_phases.csv",
    ask: {
      processPhases: `process { key } seq title startsOn endsOn participationFormat participants sources { key url }`,
    },
    is: (node, row) => node.process.key === row["process_key"] && String(node.seq) === row["seq"],
    columns: {
      process_key: at("process.key"),
      seq: at("seq"),
      title: at("title"),
      starts_on: at("startsOn"),
      ends_on: at("endsOn"),
      participation_format: at("participationFormat"),
      participants: at("participants"),
      source_url: sources,
    },
  },
  {
    file: "bodies.csv",
    ask: { bodies: `key name kind process { key } note sources { key url }` },
    is: byKey,
    columns: {
      key: at("key"),
      name: at("name"),
      kind: word("kind", BODY_KINDS),
      process_key: at("process.key"),
      note: at("note"),
      source_url: sources,
    },
  },
  {
    file: "publications.csv",
    ask: { publications: `key title kind process { key } publishedOn publisher url sources { key url }` },
    is: byKey,
    columns: {
      key: at("key"),
      title: at("title"),
      kind: word("kind", PUBLICATION_KINDS),
      process_key: at("process.key"),
      published_on: at("publishedOn"),
      publisher: at("publisher"),
      url: at("url"),
      source_url: sources,
    },
  },
];
