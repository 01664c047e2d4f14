import type { IncomingMessage, ServerResponse } from "node:http";
import type { KeptAnswer } from "../cache/response-cache.js";

const KEPT_HEADERS = [
  ...["cache-control", "private, no-cache"],
  ...["vary", "accept, accept-encoding, authorization, origin"],
];

/** Sends a kept answer: 304 when the client has it, compressed when it may be. Those that wait for the same versions leave one right after the other. */
export async function sendKept(request: IncomingMessage, response: ServerResponse, kept: KeptAnswer): Promise<void> {
  if (request.headers["stadtgraph-explain"] === "1") return explained(response, kept);
  const encoded = kept.encoded(request.headers["accept-encoding"]);
  const { body, encoding, etag } = "body" in encoded ? encoded : await encoded;
  const headers = ["content-type", kept.contentType, "etag", etag, ...KEPT_HEADERS];
  if (request.method === "GET" && has(request.headers["if-none-match"], etag))
    return void response.writeHead(304, headers).end();
  if (encoding) headers.push("content-encoding", encoding);
  headers.push("content-length", String(body.length));
  response.writeHead(200, headers).end(body);
}

/** Whether a client has the answer of a tag: it names one or several, each perhaps with W/ in front by a proxy that has compressed it, or * for any (RFC 9110, section 13.1.2). */
const has = (tags: string | undefined, etag: string): boolean =>
  tags === etag || tags?.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, ""))) === true;

/** The same answer, telling that it was kept; the explanation of its first computing gives way to it, so no tag of it would be true. */
function explained(response: ServerResponse, { body, contentType }: KeptAnswer): void {
  const { data } = JSON.parse(body.toString()) as { data: unknown };
  const extensions = { explain: { path: "cached", statements: 0 } };
  response
    .writeHead(200, ["content-type", contentType, ...KEPT_HEADERS])
    .end(`${JSON.stringify({ data, extensions })}\n`);
}
