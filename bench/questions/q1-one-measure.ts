import { keys, type Question } from "./question.js";

/** What a page about one measure shows first. */
export const oneMeasure: Question = {
  name: "Q1",
  title: "one measure with its plan, leads and themes",
  variables: keys("measure", 60, 49),
  sets: ["leadDepartments", "themes"],
  asked: {
    ours: {
      query: `query Q1($key: String!) { measure(key: $key) { key title status startsOn endsOn costEur
        process { key title } leadDepartments { nodes { key name } } themes { nodes { key title } } } }`,
    },
    postgraphile: {
      query: `query Q1($key: String!) { measure: measureByKey(key: $key) { key title status startsOn endsOn costEur
        process: planningProcessByProcessId { key title }
        leadDepartments: responsibilitiesByMeasureId(condition: { role: LEAD }) { nodes { far: departmentByDepartmentId { key name } } }
        themes: themeAssignmentsByMeasureId { nodes { far: themeByThemeId { key title } } } } }`,
    },
    plain: {
      query: `query Q1($key: String!) { measure(key: $key) { key title status startsOn endsOn costEur
        process { key title } leadDepartments { key name } themes { key title } } }`,
    },
    limit: { query: "Q1" },
  },
};
