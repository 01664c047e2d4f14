import { Agent, request } from "node:http";
import { JSON_TYPE, type Load, type LoadOptions, type Sent } from "./load.js";

/** As many requests one after another as there are connections, until the time is over. */
export async function plainLoad({ origin, requests, headers, connections, seconds }: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let turn = connection; performance.now() < until; turn += 1) {
        const sent = performance.now();
        const status = await answered(origin, requests[turn % requests.length]!, { agent, headers });
        if (status >= 200 && status < 300) times.push(performance.now() - sent);
        else failed += 1;
      }
    }),
  );
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  return { requests: times.length, seconds: (performance.now() - began) / 1000, p50: at(0.5), p99: at(0.99), failed };
}

function answered(
  origin: string,
  { method, target, body }: Sent,
  { agent, headers: given }: { agent: Agent; headers: LoadOptions["headers"] },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const ofBody = body === undefined ? {} : { ...JSON_TYPE, "content-length": Buffer.byteLength(body) };
    const sent = request(origin + target, { method, agent, headers: { ...given, ...ofBody } }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject).end(body);
  });
}
