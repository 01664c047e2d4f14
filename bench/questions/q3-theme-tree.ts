import type { Question } from "./question.js";

const tree = (children: (inner: string) => string, leaf: string): string => children(children(children(leaf)));

/** A whole tree of themes with the first measures of its leaves, about 450 rows. */
export const themeTree: Question = {
  name: "Q3",
  title: "theme tree, four levels, with measures",
  variables: ["theme-0", "theme-100", "theme-200"].map((key) => ({ key })),
  sets: ["children"],
  asked: {
    ours: {
      query: `query Q3($key: String!) { theme(key: $key) { key title ${tree(
        (inner) => `children(first: 100) { nodes { key title ${inner} } }`,
        "measures(first: 5) { nodes { key title } }",
      )} } }`,
    },
    postgraphile: {
      query: `query Q3($key: String!) { theme: themeByKey(key: $key) { key title ${tree(
        (inner) => `children: themesByParentId(first: 100) { nodes { key title ${inner} } }`,
        "measures: themeAssignmentsByThemeId(first: 5) { nodes { far: measureByMeasureId { key title } } }",
      )} } }`,
    },
    plain: {
      query: `query Q3($key: String!) { theme(key: $key) { key title ${tree(
        (inner) => `children { key title ${inner} }`,
        "measures(first: 5) { key title }",
      )} } }`,
    },
    limit: { query: "Q3" },
  },
};
