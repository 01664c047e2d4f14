import { cpuOf, figuresIn, type QuestionResult } from "./results.js";

/** The same questions over graphs of several sizes, in one run; a cell is named by its peer and the size. */
export interface GrowthResult {
  readonly scales: readonly number[];
  readonly date: string;
  readonly machine: string;
  readonly set: string;
  readonly questions: readonly QuestionResult[];
}

/** What a question costs over a larger graph, as a multiple of what it costs over the smallest one of the run. */
export interface Growth {
  readonly question: string;
  readonly title: string;
  readonly from: number;
  readonly scale: number;
  /** CPU per request in milliseconds, over the smallest graph and over this one. */
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  /** The same of the statement by hand. */
  readonly limit: number | undefined;
}

/** The name of a peer over the graph of one size. */
export const nameAt = (peer: string, scale: number): string => `${peer} ×${scale}`;

/** What our server's questions cost more, question by question. */
export function growthOf({ scales: [first = 1, ...larger], questions }: GrowthResult): Growth[] {
  return questions.flatMap((each) =>
    larger.flatMap((scale) => {
      const cost = (peer: string, at: number): number | undefined => {
        const figures = figuresIn(each, nameAt(peer, at));
        return figures && cpuOf(figures);
      };
      const [before, after] = [cost("ours", first), cost("ours", scale)];
      if (before === undefined || after === undefined) return [];
      const [limitBefore, limitAfter] = [cost("limit", first), cost("limit", scale)];
      const limit = limitBefore && limitAfter ? limitAfter / limitBefore : undefined;
      return [
        { question: each.name, title: each.title, from: first, scale, before, after, ratio: after / before, limit },
      ];
    }),
  );
}
