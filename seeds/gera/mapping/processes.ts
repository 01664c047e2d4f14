import { basisOf } from "../../../src/stewardship/import/cells/provenance/basis.js";
import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { keyOf } from "../../../src/stewardship/import/cells/key.js";
import { slugged } from "../../../src/stewardship/import/cells/slug.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping, RecordMapping } from "../../../src/stewardship/import/mapping.js";
import { PROCESS_KINDS, PROCESS_LINK_KINDS, PROCESS_STATUS } from "./words-of-plans.js";

const process: RecordMapping = {
  kind: "PlanningProcess",
  key: "key",
  values: {
    title: "title",
    shortTitle: "short_title",
    kind: word("kind", PROCESS_KINDS),
    status: word("status", PROCESS_STATUS),
    startedOn: "started_on",
    periodStart: "period_start",
    periodEnd: "period_end",
    leadDepartment: "lead_department_key",
    goalsCount: "goals_count",
    measuresCount: "measures_count",
    documentUrl: "document_url",
    note: "note",
  },
};

const decision: RecordMapping = {
  kind: "CouncilDecision",
  key: keyOf("key", constant("beschluss")),
  values: { process: "key", body: "deciding_body", decidedOn: "decided_on", number: "decision_no" },
  when: (row) => ["decided_on", "deciding_body", "decision_no"].some((column) => row.cell(column) !== null),
};

const continuationKey = keyOf("key", constant("continues"), "predecessor_key");

/** The same link may stand in process_links.csv, there with its source. */
const continuation: RecordMapping = {
  kind: "ProcessLink",
  key: continuationKey,
  values: {
    from: "key",
    to: "predecessor_key",
    kind: constant("CONTINUES"),
    basis: basisOf("predecessor_key"),
  },
  each: "predecessor_key",
};

/** Plans, with the decision on each and the plan that each continues. */
export const processes: FileMapping = {
  file: "planning_processes.csv",
  records: [process, decision, continuation],
  inferred: { predecessor_key: { field: "linksTo", value: continuationKey } },
};

/** How plans hang together. */
export const processLinks: FileMapping = {
  file: "process_links.csv",
  records: [
    {
      kind: "ProcessLink",
      key: keyOf("from_key", slugged(word("kind", PROCESS_LINK_KINDS)), "to_key"),
      values: {
        from: "from_key",
        to: "to_key",
        kind: word("kind", PROCESS_LINK_KINDS),
        basis: constant("SOURCE"),
        note: "note",
      },
    },
  ],
};

/** Phases and events of plans. */
export const processPhases: FileMapping = {
  file: "process_phases.csv",
  records: [
    {
      kind: "ProcessPhase",
      key: keyOf("process_key", "seq"),
      values: {
        process: "process_key",
        seq: "seq",
        title: "title",
        startsOn: "starts_on",
        endsOn: "ends_on",
        participationFormat: "participation_format",
        participants: "participants",
      },
    },
  ],
};
