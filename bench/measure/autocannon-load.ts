import autocannon from "autocannon";
import type { Load, LoadOptions } from "./load.js";

/** Load by autocannon, from this process. */
export async function byAutocannon({ url, bodies, headers, connections, seconds }: LoadOptions): Promise<Load> {
  const requests = bodies.map((body) => ({
    method: "POST" as const,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  }));
  const result = await autocannon({ url, connections, duration: seconds, requests, timeout: 60 });
  return {
    requests: result["2xx"],
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
