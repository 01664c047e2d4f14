import type { Answer, Question } from "./question.js";

const read = ({ groups }: Answer): unknown =>
  groups.map(({ theme, leadDepartment, status, count, sumCostEur }: Answer) => [
    theme,
    leadDepartment,
    status,
    count,
    sumCostEur,
  ]);

const readOurs = ({ measures }: Answer): unknown =>
  measures.groups.map(({ keys, count, sum }: Answer) => [
    keys.theme?.key ?? null,
    keys.leadDepartment?.key ?? null,
    keys.status,
    count,
    sum.costEur,
  ]);

/** Money by theme, department and status: the 500 largest groups of all measures. */
export const groups: Question = {
  name: "Q5",
  title: "sums by theme × department × status",
  variables: [{ first: 500 }],
  needs: ["MeasureConnection.groups"],
  connections: 16,
  asked: {
    ours: {
      query: `{ measures { groups(by: [THEME, LEAD_DEPARTMENT, STATUS], first: 500, orderBy: [{ field: COUNT, direction: DESC }]) {
        keys { theme { key } leadDepartment { key } status } count sum { costEur } } } }`,
      read: readOurs,
    },
    postgraphile: {
      query: `{ groups: benchLargestGroups(most: 500) { nodes { theme leadDepartment status count sumCostEur } } }`,
      read,
    },
    plain: {
      query: `{ groups: largestGroups(first: 500) { theme leadDepartment status count sumCostEur } }`,
      read,
    },
    limit: { query: "Q5", read },
  },
};
