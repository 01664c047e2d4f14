import { basisOf } from "../../../src/stewardship/import/cells/provenance/basis.js";
import { constant } from "../../../src/stewardship/import/cells/constant.js";
import { keyOf } from "../../../src/stewardship/import/cells/key.js";
import { word } from "../../../src/stewardship/import/cells/word.js";
import type { FileMapping, RecordMapping } from "../../../src/stewardship/import/mapping.js";
import { MEASURE_STATUS } from "./words-of-plans.js";
import { PRECISIONS } from "./words.js";

const measure: RecordMapping = {
  kind: "Measure",
  key: "key",
  values: {
    title: "title",
    code: "code",
    parent: "parent_key",
    process: "process_key",
    spatialUnits: "district_keys",
    status: word("status", MEASURE_STATUS),
    statusAsOf: "status_as_of",
    startsOn: "starts_on",
    endsOn: "ends_on",
    description: "description",
    costEur: "budget_eur",
    costPrecision: word("budget_precision", PRECISIONS),
  },
};

type Agent = "department" | "organisation";

const responsibility = (role: string, agent: Agent, column: string): RecordMapping => ({
  kind: "Responsibility",
  key: keyOf("key", constant(role.toLowerCase()), column),
  values: { measure: "key", [agent]: column, role: constant(role), basis: basisOf(column) },
  each: column,
});

const assignment: RecordMapping = {
  kind: "ThemeAssignment",
  key: keyOf("key", "theme_keys"),
  values: { measure: "key", basis: basisOf("theme_keys") },
  either: { column: "theme_keys", links: ["theme", "goal"] },
  each: "theme_keys",
};

/** Measures, with who is responsible for each and the themes and goals that it serves. */
export const measures: FileMapping = {
  file: "measures.csv",
  records: [
    measure,
    responsibility("LEAD", "department", "lead_department_key"),
    responsibility("PARTICIPATING", "department", "participating_department_keys"),
    responsibility("PARTNER", "organisation", "partner_keys"),
    assignment,
  ],
  inferred: {
    lead_department_key: { field: "leadDepartments" },
    participating_department_keys: { field: "participatingDepartments" },
    partner_keys: { field: "partners" },
    theme_keys: { field: "themes" },
  },
};

/** Assignments to themes that an editor inferred, each with the reason. */
export const inferredAssignments: FileMapping = {
  file: "theme_assignments_editorial.csv",
  records: [
    {
      kind: "ThemeAssignment",
      key: keyOf("measure_key", "theme_key"),
      values: { measure: "measure_key", basis: "basis", reason: "reason" },
      either: { column: "theme_key", links: ["theme", "goal"] },
    },
  ],
};
