import type { Answer, Ask, Asking, Question, Variables } from "./question.js";

const PAGE = 500;
const NAMES = Array.from({ length: 6 }, (_, index) => `p${index}`);

/** What a city's measures are asked as: the name of the operation, and what is asked of each. */
interface Pages {
  readonly name: string;
  readonly nodes: string;
}

/** As many measures as a city has. */
const MEASURES = PAGE * NAMES.length;

/** Our lists end at 500 rows: six pages in one document. */
export const inPages = ({ name, nodes }: Pages): Asking => ({
  query: `query ${name}(${NAMES.map((page) => `$${page}: String`).join(", ")}) {
  ${NAMES.map((page) => `${page}: measures(first: ${PAGE}, after: $${page}) { nodes { ${nodes} } }`).join("\n  ")} }`,
  variables: starts,
  read: (data: Answer) => NAMES.flatMap((page) => data[page]),
});

async function starts(ask: Ask): Promise<Variables[]> {
  const after: Record<string, string | null> = {};
  let cursor: string | null = null;
  for (const page of NAMES) {
    after[page] = cursor;
    const query = `query Next($after: String) { measures(first: ${PAGE}, after: $after) { pageInfo { endCursor } } }`;
    cursor = (await ask({ query, variables: { after: cursor } })).measures.pageInfo.endCursor;
  }
  return [after];
}

const NODES = "key title status costEur themes { nodes { key title } }";

/** As many measures as a city has, in one answer. */
export const everything: Question = {
  name: "Q6",
  title: "3,000 measures with their themes in one answer",
  variables: [{ first: MEASURES }],
  connections: 4,
  sets: ["themes"],
  asked: {
    ours: inPages({ name: "Q6", nodes: NODES }),
    postgraphile: {
      query: `{ measures: allMeasures(first: ${MEASURES}) { nodes { key title status costEur
        themes: themeAssignmentsByMeasureId { nodes { far: themeByThemeId { key title } } } } } }`,
      read: ({ measures }: Answer) => measures,
    },
    plain: {
      query: `{ measures(first: ${MEASURES}) { key title status costEur themes { key title } } }`,
      read: ({ measures }: Answer) => measures,
    },
    limit: { query: "Q6", read: ({ measures }: Answer) => measures },
  },
};
