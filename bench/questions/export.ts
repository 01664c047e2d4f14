import { inPages } from "./q6-everything.js";
import type { Answer, Question } from "./question.js";

const FIELDS = "key title code status startsOn endsOn costEur description";
/** Downloads are not offered yet: until then a city's measures are six pages in one document. */
const PAGES = { name: "Export", nodes: FIELDS };

const read = ({ measures }: Answer): unknown => measures;

/** All measures, however many: what a download or a report takes. */
export const exportOfAll: Question = {
  name: "export",
  title: "export of all measures",
  variables: [{}],
  upTo: 1,
  connections: 2,
  asked: {
    ours: inPages(PAGES),
    postgraphile: { query: `{ measures: allMeasures { nodes { ${FIELDS} } } }`, read },
    plain: { query: `{ measures(first: 1000000) { ${FIELDS} } }`, read },
    limit: { query: "export", read },
  },
};
