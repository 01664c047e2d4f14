import { context, propagation, type Span, SpanKind } from "@opentelemetry/api";
import { answerByPlan, type Planned, type Question } from "../../graph/plan/planner.js";
import type { GraphContext } from "../../graph/resolve/context.js";
import { isTraced, spanned } from "../../platform/tracing/spans.js";
import type { Note } from "./note.js";
import type { Answering } from "./observed.js";

/** Answers as `answer` does; inside a span that goes on with the caller's trace, where spans are wanted. */
export function traced(answer: Answering): Answering {
  if (!isTraced) return answer;
  return (request, response, note) =>
    context.with(propagation.extract(context.active(), request.headers), () =>
      spanned("GraphQL", { kind: SpanKind.SERVER }, async (span) => {
        await answer(request, response, note);
        describe(span, note, response.statusCode);
      }),
    );
}

/** Names, numbers and codes only, as in the log. */
function describe(span: Span, { asked, path, codes }: Note, status: number): void {
  if (asked?.operation !== undefined) span.updateName(`GraphQL ${asked.operation}`);
  span.setAttributes({
    "graphql.operation.name": asked?.operation,
    "graphql.document.hash": asked?.document,
    "stadtgraph.path": path,
    "http.response.status_code": status,
    "error.type": codes?.[0],
  });
}

/** Answers a question by its plan, see `answerByPlan`; inside a span, where spans are wanted. */
export const answerByTracedPlan: (question: Question, context: GraphContext) => Promise<Planned | null> = isTraced
  ? (question, asker) => spanned("plan", {}, () => answerByPlan(question, asker))
  : answerByPlan;
