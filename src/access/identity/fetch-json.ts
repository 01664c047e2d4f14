import { Buffer } from "node:buffer";

/** Bytes that a document of the provider may have. */
const MOST = 256 * 1024;

/** The JSON object at an address, read within `timeout` milliseconds. Follows no redirect. Throws for anything else. */
export async function fetchJson(url: string, timeout: number): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(timeout);
  const response = await fetch(url, { redirect: "error", signal, headers: { accept: "application/json" } });
  if (!response.ok || !response.body) throw new Error(`answered with status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST) throw new Error(`answered with more than ${MOST} bytes`);
    chunks.push(chunk);
  }
  const read: unknown = JSON.parse(Buffer.concat(chunks).toString());
  if (typeof read !== "object" || read === null) throw new Error("did not answer with a JSON object");
  return read as Record<string, unknown>;
}
