// OpenTelemetry for the server: `node --import ./scripts/operate/tracing.mjs dist/server/main.js` sends spans by OTLP over HTTP.
// Where to, how many and under which name is told by the variables that every OpenTelemetry program reads: OTEL_EXPORTER_OTLP_ENDPOINT,
// OTEL_TRACES_SAMPLER, OTEL_SERVICE_NAME … The packages are for development only; an operator who wants them installs them beside the server:
//   npm install --no-save @opentelemetry/sdk-trace-node@2.12.0 @opentelemetry/exporter-trace-otlp-http@0.223.0 @opentelemetry/resources@2.12.0
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

const resource = defaultResource()
  .merge(resourceFromAttributes({ "service.name": "stadtgraph" }))
  .merge(detectResources({ detectors: [envDetector] }));
const provider = new NodeTracerProvider({
  resource,
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
});
provider.register();

// The server ends the process itself: what is in hand goes out while it finishes its answers.
const flush = () => void setInterval(() => void provider.forceFlush().catch(() => undefined), 100).unref();
process.once("SIGTERM", flush).once("SIGINT", flush);
