import { MEASURE, query, type Row, THEME } from "./database.js";

interface Asked {
  readonly obj: Row;
  readonly params: Row;
}
type Loader = (asked: readonly Asked[]) => Promise<unknown[]>;

/** The one row at the end of a foreign key, for many rows at once. */
function one(name: string, key: string, text: string): Loader {
  return async (asked) => {
    const ids = asked.map(({ obj }) => obj[key]);
    const byId = new Map((await query(name, text, [ids])).map((row) => [row["id"], row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}

/** The rows that name an owner, for many owners at once. */
function many(name: string, text: string): Loader {
  return async (asked) => {
    const lists = new Map<unknown, Row[]>(asked.map(({ obj }) => [obj["id"], []]));
    for (const row of await query(name, text, [[...lists.keys()]])) lists.get(row["owner"])?.push(row);
    return asked.map(({ obj }) => lists.get(obj["id"])!);
  };
}

const firstMeasures: Loader = async (asked) => {
  const lists = new Map<unknown, Row[]>(asked.map(({ obj }) => [obj["id"], []]));
  const text = `SELECT owner.id AS owner, m.* FROM unnest($1::uuid[]) AS owner(id), LATERAL (
    SELECT ${MEASURE} FROM theme_assignment AS a JOIN measure AS m ON m.id = a.measure_id
    WHERE a.theme_id = owner.id ORDER BY m.id LIMIT $2) AS m`;
  for (const row of await query("Theme.measures", text, [[...lists.keys()], asked[0]!.params["first"]]))
    lists.get(row["owner"])?.push(row);
  return asked.map(({ obj }) => lists.get(obj["id"])!);
};

/** One statement per level of a question, written by hand. */
export const loaders = {
  Measure: {
    process: one(
      "Measure.process",
      "processId",
      `SELECT id, key, title, lead_department_id AS "leadDepartmentId" FROM planning_process WHERE id = ANY($1::uuid[])`,
    ),
    leadDepartments: many(
      "Measure.leadDepartments",
      `SELECT r.measure_id AS owner, d.id, d.key, d.name FROM responsibility AS r JOIN department AS d ON d.id = r.department_id
       WHERE r.measure_id = ANY($1::uuid[]) AND r.role = 'LEAD' ORDER BY d.id`,
    ),
    themes: many(
      "Measure.themes",
      `SELECT a.measure_id AS owner, ${THEME} FROM theme_assignment AS a JOIN theme AS t ON t.id = a.theme_id
       WHERE a.measure_id = ANY($1::uuid[]) ORDER BY t.id`,
    ),
    grants: many(
      "Measure.grants",
      `SELECT measure_id AS owner, id, amount_eur AS "amountEur", stage, year, programme_id AS "programmeId"
       FROM funding_grant WHERE measure_id = ANY($1::uuid[]) ORDER BY id`,
    ),
  },
  PlanningProcess: {
    leadDepartment: one(
      "PlanningProcess.leadDepartment",
      "leadDepartmentId",
      "SELECT id, key, name FROM department WHERE id = ANY($1::uuid[])",
    ),
  },
  Theme: {
    parent: one("Theme.parent", "parentId", `SELECT ${THEME} FROM theme AS t WHERE t.id = ANY($1::uuid[])`),
    children: many(
      "Theme.children",
      `SELECT t.parent_id AS owner, ${THEME} FROM theme AS t WHERE t.parent_id = ANY($1::uuid[]) ORDER BY t.id`,
    ),
    measures: firstMeasures,
  },
  FundingGrant: {
    programme: one(
      "FundingGrant.programme",
      "programmeId",
      "SELECT id, key, title FROM funding_programme WHERE id = ANY($1::uuid[])",
    ),
  },
};
