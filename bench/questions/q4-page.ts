import type { Answer, Ask, Asking, Question, Variables } from "./question.js";

const ANSWER = "nodes { key title status costEur endsOn } pageInfo { hasNextPage endCursor }";

/** Starts of the first pages, each peer's by its own cursors. */
async function pages(ask: Ask, query: string, [given]: readonly Variables[]): Promise<Variables[]> {
  const starts: (string | null)[] = [null];
  for (let page = 1; page < 6; page += 1) {
    const { page: found } = await ask({ query, variables: { ...given, after: starts.at(-1) } });
    starts.push(found.pageInfo.endCursor);
  }
  return starts.map((after) => ({ ...given, after }));
}

const read = ({ page }: Answer): unknown => ({
  totalCount: page.totalCount,
  nodes: page.nodes,
  more: page.pageInfo.hasNextPage,
});

const asking = (query: string): Asking => ({ query, variables: pages, read });

function page(name: string, title: string, answer: string): Question {
  return {
    name,
    title,
    variables: [{ status: "COMPLETED", least: "50000" }],
    asked: {
      ours: asking(`query ${name}($status: MeasureStatus!, $least: Decimal!, $after: String) {
        page: measures(where: { status: { eq: $status }, costEur: { gte: $least } }, first: 20, after: $after,
          orderBy: [{ field: COST_EUR, direction: DESC }]) { ${answer} } }`),
      postgraphile: asking(`query ${name}($status: MeasureStatus!, $least: BigFloat!, $after: Cursor) {
        page: allMeasures(filter: { publication: { equalTo: PUBLISHED }, visibility: { equalTo: PUBLIC },
          status: { equalTo: $status }, costEur: { greaterThanOrEqualTo: $least } }, first: 20,
          after: $after, orderBy: [COST_EUR_DESC, ROW_ID_ASC]) { ${answer} } }`),
      plain: asking(`query ${name}($status: MeasureStatus!, $least: String!, $after: String) {
        page: measurePage(status: $status, least: $least, first: 20, after: $after) { ${answer} } }`),
      limit: asking(name),
    },
  };
}

/** A page of a filtered and sorted list, with how many there are in all. */
export const countedPage = page("Q4", "filter, sort, keyset page, totalCount", `totalCount ${ANSWER}`);

/** The same page alone: what counting costs is the difference. */
export const plainPage = page("Q4b", "the same page without totalCount", ANSWER);
