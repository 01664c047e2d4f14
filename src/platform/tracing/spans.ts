import { type Span, type SpanOptions, SpanStatusCode, trace } from "@opentelemetry/api";
import { codeOf } from "../error-code.js";

const NAME = "stadtgraph";

/** Whether spans go anywhere: somebody has registered OpenTelemetry by `node --import` before this program began. Otherwise nothing is wrapped and nothing costs anything. */
export const isTraced = (trace.getTracerProvider() as Delegating).getDelegateTracer?.(NAME) !== undefined;

/** What stands in for a provider of spans until one is registered. */
interface Delegating {
  getDelegateTracer?(name: string): unknown;
}

const tracer = trace.getTracer(NAME);

/** Runs `work` inside a span; an error is told by its code or name only, since its sentence may repeat values. */
export function spanned<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setAttribute("error.type", codeOf(error) || (error as Error).name);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
