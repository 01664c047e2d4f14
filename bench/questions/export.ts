import type { Answer, Question } from "./question.js";

const FIELDS = "key title code status startsOn endsOn costEur description";
const read = ({ measures }: Answer): unknown => measures;

/** All measures, however many: what a download or a report takes. */
export const exportOfAll: Question = {
  name: "export",
  title: "export of all measures",
  variables: [{}],
  needs: ["Query.export"],
  connections: 2,
  asked: {
    postgraphile: { query: `{ measures: allMeasures { nodes { ${FIELDS} } } }`, read },
    plain: { query: `{ measures(first: 1000000) { ${FIELDS} } }`, read },
    limit: { query: "export", read },
  },
};
