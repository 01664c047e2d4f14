import type { Identify } from "../../src/access/identity/identifier.js";
import { isPersonalRole } from "../../src/access/ranks.js";
import { ANONYMOUS, type OwnDocuments, type Viewer } from "../../src/access/viewer.js";
import { hashOf } from "../../src/api/documents/trusted-documents.js";
import type { TestServer } from "../support/server.js";

/** Tells who asks from a token that says so: a role, or SERVICE and what is agreed with the program as JSON in base64url. */
export const identifying = (): Identify => (authorization) => {
  const [role = "", agreed] = (authorization ?? "Bearer PUBLIC").slice(7).split(".");
  if (isPersonalRole(role))
    return Promise.resolve(role === "PUBLIC" ? ANONYMOUS : { role, subject: role, departments: [] });
  const documents = agreed && (JSON.parse(Buffer.from(agreed, "base64url").toString()) as OwnDocuments);
  const scopes = { kinds: "ALL", export: false } as const;
  return Promise.resolve({ role: "SERVICE", subject: "sg_test", departments: [], scopes, documents } as Viewer);
};

/** The header of a person with this role. */
export const as = (role: string): Record<string, string> =>
  role === "PUBLIC" ? {} : { authorization: `Bearer ${role}` };

/** The header of a program with which this is agreed; nothing: what is set for all. */
export const asProgram = (agreed?: OwnDocuments): Record<string, string> => {
  const told = agreed && `.${Buffer.from(JSON.stringify(agreed)).toString("base64url")}`;
  return { authorization: `Bearer SERVICE${told ?? ""}` };
};

/** An answer with its status. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads answers by the shape of its own question
  readonly body: any;
}

/** Sends what would be the body of a POST, by either method. */
export async function send(
  server: TestServer,
  method: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const parameters = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const address = `${server.endpoint}?${new URLSearchParams(parameters).toString()}`;
  const accept = { accept: "application/json" };
  const response =
    method === "GET"
      ? await fetch(address, { headers: { ...accept, ...headers } })
      : await server.post(body, { ...accept, ...headers });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}

/** The ways to ask for a document, by the name of the way. */
export const ways = (text: string, name: string): Record<string, Record<string, unknown>> => ({
  "its text": { query: text },
  "its text without the last line break": { query: text.trimEnd() },
  "documentId with its hash": { documentId: `sha256:${hashOf(text)}` },
  "documentId with its hash and no prefix": { documentId: hashOf(text) },
  "documentId with the hash of its text without the last line break": {
    documentId: `sha256:${hashOf(text.trimEnd())}`,
  },
  "documentId with its name": { documentId: name },
  "Apollo's extension": { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } },
});

/** Those of them that name no document. */
export const texts = (text: string): Record<string, Record<string, unknown>> => {
  const persistedQuery = { version: 1, sha256Hash: hashOf(text) };
  return { "its text": { query: text }, "its text and hash": { query: text, extensions: { persistedQuery } } };
};
