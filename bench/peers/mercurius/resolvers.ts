import { MEASURE, query, type Row, THEME } from "./database.js";

/** What a list of groups asks for; both peers with hand-written resolvers say it in SQL. */
export const GROUPS = {
  largest: `SELECT theme, lead_department AS "leadDepartment", status, count, sum_cost_eur AS "sumCostEur"
    FROM bench.largest_groups($1)`,
  ofTheme: `SELECT lead_department AS "leadDepartment", status, starts_on_year AS "startsOnYear", count,
    sum_cost_eur AS "sumCostEur" FROM bench.groups_of_theme($1)`,
};

interface PageArguments {
  readonly status: string;
  readonly least: string;
  readonly first: number;
  readonly after?: string | null;
}

/** As in the statements of the limit: the index of these lists begins with it. */
const SEEN = "m.publication = 'PUBLISHED' AND m.visibility = 'PUBLIC'";

const BEHIND = `AND (m.cost_eur < $4::numeric OR m.cost_eur = $4::numeric AND m.id > $5::uuid)`;

const pageText = (after: boolean): string => `SELECT ${MEASURE} FROM measure AS m
  WHERE m.status = $1 AND ${SEEN} AND m.cost_eur >= $2 ${after ? BEHIND : ""} ORDER BY m.cost_eur DESC, m.id LIMIT $3`;

async function measurePage(_: unknown, { status, least, first, after }: PageArguments) {
  const place = after ? after.split("/") : [];
  const rows = await query(`page ${place.length}`, pageText(place.length > 0), [status, least, first + 1, ...place]);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const pageInfo = {
    hasNextPage: rows.length > first,
    endCursor: last ? `${String(last["costEur"])}/${String(last["id"])}` : null,
  };
  return { nodes, pageInfo, status, least };
}

const COUNT = `SELECT count(*)::int FROM measure AS m WHERE m.status = $1 AND ${SEEN} AND m.cost_eur >= $2`;

const firstOf = async (rows: Promise<Row[]>): Promise<Row | null> => (await rows)[0] ?? null;

/** Root fields, each one statement. */
export const resolvers = {
  Query: {
    measure: (_: unknown, { key }: Row) =>
      firstOf(query("measure", `SELECT ${MEASURE} FROM measure AS m WHERE m.key = $1`, [key])),
    measures: (_: unknown, { first }: Row) =>
      query("measures", `SELECT ${MEASURE} FROM measure AS m ORDER BY m.id LIMIT $1`, [first]),
    measurePage,
    theme: (_: unknown, { key }: Row) =>
      firstOf(query("theme", `SELECT ${THEME} FROM theme AS t WHERE t.key = $1`, [key])),
    largestGroups: (_: unknown, { first }: Row) => query("largest groups", GROUPS.largest, [first]),
    groupsOfTheme: (_: unknown, { key }: Row) => query("groups of theme", GROUPS.ofTheme, [key]),
  },
  MeasurePage: {
    totalCount: async ({ status, least }: Row) => (await query("count", COUNT, [status, least]))[0]!["count"],
  },
};
