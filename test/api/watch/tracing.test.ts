import { beforeAll, expect, test } from "@jest/globals";
import { type Listener, listener } from "../../access/provider.js";
import { kept } from "../../fault/world/kept.js";
import { until } from "../../fault/world/watch.js";
import { BUILDING, testDatabase } from "../../support/database.js";
import { type ServerProcess, serverProcess } from "../../support/process.js";

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

/** What a collector is sent. */
interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";

let collector: Listener;
let server: ServerProcess;
const received: string[] = [];
const keep = kept();
beforeAll(async () => {
  collector = keep(await listener(), (started) => started.stop());
  collector.answer = (request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part));
    request.on("end", () => {
      received.push(text);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  };
  const { url } = keep(await testDatabase(), (made) => made.close());
  const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: "50" };
  server = keep(await serverProcess(url, environment, ["--import", "./scripts/operate/tracing.mjs"]), ({ stop }) =>
    stop(),
  );
}, BUILDING);

/** The spans of a trace that have arrived. */
const spans = (traceId: string): Span[] =>
  received
    .map((text) => JSON.parse(text) as Sent)
    .flatMap(({ resourceSpans }) => resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
    .filter((span) => span.traceId === traceId);

async function ask(body: object): Promise<{ request: Span; all: Span[] }> {
  const traceId = TRACE.slice(0, 24) + String(received.length).padStart(8, "0");
  await server.post(body, { traceparent: `00-${traceId}-${PARENT}-01` });
  const request = () => spans(traceId).find(({ parentSpanId }) => parentSpanId === PARENT);
  await until(() => request() !== undefined);
  return { request: request()!, all: spans(traceId) };
}

test("a planned question arrives at the collector: request, plan and statement, in the trace of the caller", async () => {
  const { request, all } = await ask({
    query: "query Named($t: String!) { measures(where: { title: { eq: $t } }) { totalCount } }",
    variables: { t: "Wilhelmine" },
  });

  const plan = all.find(({ name }) => name === "plan")!;
  const statement = all.find(({ name }) => name === "SELECT PostgreSQL")!;
  expect(collector.asked).toContain("/v1/traces");
  expect(request.name).toBe("GraphQL Named");
  expect([plan.parentSpanId, statement.parentSpanId]).toEqual([request.spanId, plan.spanId]);
  expect(request.attributes).toContainEqual({ key: "stadtgraph.path", value: { stringValue: "planned" } });
  expect(received.join("")).not.toMatch(/Wilhelmine|SELECT row_to_json/);
  expect(received.join("")).toContain('"stringValue":"stadtgraph"');
});

test("so does one for the resolvers, and one that is refused, with its code", async () => {
  const resolved = await ask({ query: "{ measures { totalCount } __schema { queryType { name } } }" });
  const refused = await ask({ query: "{ measures(first: -1) { totalCount } }" });

  expect(resolved.all.map(({ name }) => name)).toContain("SELECT PostgreSQL");
  expect(resolved.request.attributes).toContainEqual({ key: "stadtgraph.path", value: { stringValue: "resolved" } });
  expect(refused.request.attributes).toContainEqual({ key: "error.type", value: { stringValue: "BAD_USER_INPUT" } });
});
