import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";

/** Bytes that the body of a request may have. */
export const MAX_BODY = 200_000;

/** Why a body is not read, as an HTTP status with its sentence. */
export class UnreadableBody extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    readonly code: "BAD_REQUEST" | "LIMIT_EXCEEDED",
    readonly sentence: { en: string; de: string },
  ) {
    super(sentence.en);
  }
}

const tooLarge = (): UnreadableBody =>
  new UnreadableBody(413, "LIMIT_EXCEEDED", {
    en: `A request may have ${MAX_BODY} bytes.`,
    de: `Eine Anfrage darf höchstens ${MAX_BODY} Bytes groß sein.`,
  });

const wrongType = (): UnreadableBody =>
  new UnreadableBody(415, "BAD_REQUEST", {
    en: "Send application/json in UTF-8, not compressed.",
    de: "Senden Sie application/json in UTF-8, nicht komprimiert.",
  });

/** The text of a request's body. Throws UnreadableBody for any media type but JSON, any charset but UTF-8, any encoding, and for too many bytes. */
export async function textBody(request: IncomingMessage): Promise<string> {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (!JSON_TYPE.test(request.headers["content-type"] ?? "") || encoding !== "identity") throw wrongType();
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY) throw tooLarge();
  return textOf(request);
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset=(?:utf-?8|"utf-?8")\s*)?$/i;

/** The JSON in a body. Throws UnreadableBody for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody(400, "BAD_REQUEST", {
      en: "The body is not JSON.",
      de: "Der Inhalt der Anfrage ist kein JSON.",
    });
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

async function textOf(request: IncomingMessage): Promise<string> {
  const bytes = await bytesOf(request);
  try {
    return UTF8.decode(bytes);
  } catch {
    throw wrongType();
  }
}

/** By events: iterating over a request costs more than answering a small question. */
function bytesOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Who has gone away while it was found out who they are will not send anything any more.
    if (request.destroyed) return reject(new Error("The request was broken off"));
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) reject(tooLarge());
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}
