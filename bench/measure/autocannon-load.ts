import autocannon from "autocannon";
import { JSON_TYPE, type Load, type LoadOptions } from "./load.js";

/** Load by autocannon, from this process. */
export async function byAutocannon({ origin, requests, headers, connections, seconds }: LoadOptions): Promise<Load> {
  const sent = requests.map(({ method, target, body }) => ({
    method,
    path: target,
    headers: { ...headers, ...(body !== undefined && JSON_TYPE) },
    ...(body !== undefined && { body }),
  }));
  const result = await autocannon({ url: origin, connections, duration: seconds, requests: sent, timeout: 60 });
  return {
    requests: result["2xx"],
    seconds: result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}
