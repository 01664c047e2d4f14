import type { Question } from "./question.js";

/** The list of measures, three levels deep. */
export const measures: Question = {
  name: "Q2",
  title: "50 measures, three levels deep",
  variables: [{ first: 50 }],
  sets: ["themes", "grants"],
  asked: {
    ours: {
      query: `{ measures(first: 50) { nodes { key title status costEur process { key title leadDepartment { key name } }
        themes { nodes { key title parent { key title } } }
        grants { nodes { amountEur stage year programme { key title } } } } } }`,
    },
    postgraphile: {
      query: `{ measures: allMeasures(first: 50) { nodes { key title status costEur
        process: planningProcessByProcessId { key title leadDepartment: departmentByLeadDepartmentId { key name } }
        themes: themeAssignmentsByMeasureId { nodes { far: themeByThemeId { key title parent: themeByParentId { key title } } } }
        grants: fundingGrantsByMeasureId { nodes { amountEur stage year programme: fundingProgrammeByProgrammeId { key title } } } } } }`,
    },
    plain: {
      query: `{ measures(first: 50) { key title status costEur process { key title leadDepartment { key name } }
        themes { key title parent { key title } } grants { amountEur stage year programme { key title } } } }`,
    },
    limit: { query: "Q2" },
  },
};
