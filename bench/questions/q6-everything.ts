import type { Answer, Ask, Question } from "./question.js";

const PAGE = 500;
const PAGES = 6;
const NODES = "key title status costEur themes { nodes { key title } }";

/** Our lists end at 500 rows: six pages in one document. */
const names = Array.from({ length: PAGES }, (_, index) => `p${index}`);
const inPages = `query Q6(${names.map((name) => `$${name}: String`).join(", ")}) {
  ${names.map((name) => `${name}: measures(first: ${PAGE}, after: $${name}) { nodes { ${NODES} } }`).join("\n  ")} }`;

async function starts(ask: Ask): Promise<Record<string, string | null>[]> {
  const after: Record<string, string | null> = {};
  let cursor: string | null = null;
  for (const name of names) {
    after[name] = cursor;
    const query = `query Next($after: String) { measures(first: ${PAGE}, after: $after) { pageInfo { endCursor } } }`;
    cursor = (await ask({ query, variables: { after: cursor } })).measures.pageInfo.endCursor;
  }
  return [after];
}

/** As many measures as a city has, in one answer. */
export const everything: Question = {
  name: "Q6",
  title: "3,000 measures with their themes in one answer",
  variables: [{ first: PAGE * PAGES }],
  connections: 4,
  sets: ["themes"],
  asked: {
    ours: {
      query: inPages,
      variables: starts,
      read: (data: Answer) => names.flatMap((name) => data[name]),
    },
    postgraphile: {
      query: `{ measures: allMeasures(first: ${PAGE * PAGES}) { nodes { key title status costEur
        themes: themeAssignmentsByMeasureId { nodes { far: themeByThemeId { key title } } } } } }`,
      read: ({ measures }: Answer) => measures,
    },
    plain: {
      query: `{ measures(first: ${PAGE * PAGES}) { key title status costEur themes { key title } } }`,
      read: ({ measures }: Answer) => measures,
    },
    limit: { query: "Q6", read: ({ measures }: Answer) => measures },
  },
};
