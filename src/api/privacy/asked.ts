import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Viewer } from "../../access/viewer.js";

/** A request, as it came in, and who sent it. */
export interface Asked {
  readonly request: Pick<IncomingMessage, "headers" | "url">;
  /** The body of a POST. */
  readonly body: string | undefined;
  readonly viewer: Viewer;
}

/** What the log says of a request: how its operation and its document are called, and why it was asked. Nothing of its variables. */
export interface AskedFor {
  readonly operation: string | undefined;
  readonly document: string | undefined;
  readonly purpose: string | undefined;
}

/** Reads off a request what the log says of it. */
export function askedFor({ request, body }: Pick<Asked, "request" | "body">): AskedFor {
  const { query, operationName, documentId, hash } = body === undefined ? inUrl(request.url ?? "") : inBody(body);
  const named = query === undefined ? undefined : /\b(?:query|mutation|subscription)\s+(\w+)/.exec(query)?.[1];
  return {
    operation: operationName ?? named,
    document: query === undefined ? (documentId ?? hash) : createHash("sha256").update(query).digest("hex"),
    purpose: purposeOf(request),
  };
}

interface Words {
  readonly query: string | undefined;
  readonly operationName: string | undefined;
  readonly documentId: string | undefined;
  /** Of a persisted query. */
  readonly hash: string | undefined;
}

const textIn = (value: unknown, name: string): string | undefined => {
  const found: unknown =
    typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return typeof found === "string" ? found : undefined;
};

function wordsOf(asked: Record<string, unknown>): Words {
  const persisted = (asked.extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  return {
    query: textIn(asked, "query"),
    operationName: textIn(asked, "operationName"),
    documentId: textIn(asked, "documentId"),
    hash: textIn(persisted, "sha256Hash"),
  };
}

/** The request has been answered, so it can be read. */
const inBody = (body: string): Words => wordsOf(JSON.parse(body) as Record<string, unknown>);

function inUrl(url: string): Words {
  const asked = Object.fromEntries(new URL(url, "http://localhost").searchParams);
  const extensions: unknown = JSON.parse(asked.extensions ?? "null");
  return wordsOf({ ...asked, extensions });
}

/** Node reads headers as Latin-1; clients send UTF-8. */
function purposeOf({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  const given = headers["stadtgraph-purpose"];
  if (typeof given !== "string" || given.trim() === "") return undefined;
  const text = Buffer.from(given, "latin1").toString("utf8");
  return (text.includes("\uFFFD") ? given : text).trim();
}
