import { exportOfAll } from "./export.js";
import { oneMeasure } from "./q1-one-measure.js";
import { measures } from "./q2-measures.js";
import { themeTree } from "./q3-theme-tree.js";
import { countedPage, plainPage } from "./q4-page.js";
import { groups } from "./q5-groups.js";
import { everything } from "./q6-everything.js";
import { typename } from "./q7-typename.js";
import { groupsOfTheme } from "./q8-groups-of-theme.js";
import type { Question } from "./question.js";
import { search } from "./search.js";

/** What must not depend on the size of the graph. */
export const FLAT: readonly string[] = [oneMeasure, measures, themeTree, plainPage, groupsOfTheme].map(
  ({ name }) => name,
);

/** All questions, in the order of the report. */
export const questions: readonly Question[] = [
  oneMeasure,
  measures,
  themeTree,
  countedPage,
  plainPage,
  groups,
  groupsOfTheme,
  everything,
  typename,
  search,
  exportOfAll,
];
