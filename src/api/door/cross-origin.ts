import type { IncomingMessage, ServerResponse } from "node:http";
import cors from "cors";

/** Seconds for which a browser need not ask again whether it may ask. */
const REMEMBERED = 600;

/** Headers beside the usual ones that a page may read. */
const READABLE = ["ETag", "Retry-After", "X-Request-Id"];

/** Lets pages of these origins read answers, and answers a browser that asks for them beforehand: true when that was all. Cookies play no part. */
export function crossOrigin(
  origins: readonly string[],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  if (origins.length === 0) return () => false;
  const origin = origins.includes("*") ? "*" : [...origins];
  const allow = cors({ origin, methods: ["GET", "POST"], exposedHeaders: READABLE, maxAge: REMEMBERED });
  return (request, response) => {
    allow(request, response, () => undefined);
    return request.method === "OPTIONS";
  };
}
