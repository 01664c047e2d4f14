import { type Answer, keys, type Question } from "./question.js";

const read = ({ groups }: Answer): unknown =>
  groups.map(({ leadDepartment, status, startsOnYear, count, sumCostEur }: Answer) => [
    leadDepartment,
    status,
    startsOnYear,
    count,
    sumCostEur,
  ]);

const readOurs = ({ theme }: Answer): unknown =>
  theme.measures.groups.map(({ keys: by, count, sum }: Answer) => [
    by.leadDepartment?.key ?? null,
    by.status,
    by.startsOnYear,
    count,
    sum.costEur,
  ]);

/** The same kind of table under one theme: it must not grow with the rest of the graph. */
export const groupsOfTheme: Question = {
  name: "Q8",
  title: "sums by department × status × year under one theme",
  variables: keys("theme", 20, 13),
  needs: ["MeasureConnection.groups"],
  asked: {
    ours: {
      query: `query Q8($key: String!) { theme(key: $key) { measures { groups(by: [LEAD_DEPARTMENT, STATUS, STARTS_ON_YEAR]) {
        keys { leadDepartment { key } status startsOnYear } count sum { costEur } } } } }`,
      read: readOurs,
    },
    postgraphile: {
      query: `query Q8($key: String!) { groups: benchGroupsOfTheme(themeKey: $key) {
        nodes { leadDepartment status startsOnYear count sumCostEur } } }`,
      read,
    },
    plain: {
      query: `query Q8($key: String!) { groups: groupsOfTheme(key: $key) { leadDepartment status startsOnYear count sumCostEur } }`,
      read,
    },
    limit: { query: "Q8", read },
  },
};
