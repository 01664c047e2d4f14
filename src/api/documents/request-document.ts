/** A request as GraphQL over HTTP has it: JSON in a body, or parameters in an address. */
export interface GraphqlRequest {
  /** What it asks; of an address, its parameters in the same form. */
  readonly body: unknown;
  /** The part of the address from the question mark on. */
  readonly search: string;
}

/** What a request says of its document; parts of an unusual form are as if they were absent. */
export interface NamedDocument {
  /** The text itself. */
  readonly query?: string;
  /** By the appendix "Persisted Documents" of GraphQL over HTTP; whatever stands there. */
  readonly documentId?: unknown;
  /** By Apollo's extension: the hash that the client claims. */
  readonly persisted?: string;
  /** Which operation of the document is meant. */
  readonly operationName?: string;
}

/** Whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a body says of its document. */
export function namedIn(body: unknown): NamedDocument {
  if (!isRecord(body)) return {};
  const { query, documentId, operationName, extensions } = body;
  return {
    query: textOf(query),
    documentId: documentId ?? undefined,
    persisted: isRecord(extensions) ? claimedIn(extensions.persistedQuery) : undefined,
    operationName: textOf(operationName),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Only version 1 is defined; of any other, and of a hash that is no text, Apollo says that it does not know it. */
const claimedIn = (persisted: unknown): string | undefined =>
  isRecord(persisted) && persisted.version === 1 ? textOf(persisted.sha256Hash) : undefined;

const TEXTS = ["query", "operationName"] as const;
const OBJECTS = ["variables", "extensions"] as const;

/** The parameters of an address in the form of a body. Undefined where one that Apollo reads stands twice or is no JSON: Apollo refuses that. */
export function bodyOfSearch(search: string): Record<string, unknown> | undefined {
  const parameters = new URLSearchParams(search);
  const given = (name: string) => parameters.has(name);
  if ([...TEXTS, ...OBJECTS].some((name) => parameters.getAll(name).length > 1)) return undefined;
  const said: Record<string, unknown> = {};
  for (const name of TEXTS.filter(given)) said[name] = parameters.get(name);
  // Of several ids there is no saying which is meant, and as one text they are the name of nothing.
  if (given("documentId")) said["documentId"] = parameters.getAll("documentId").join(" ");
  try {
    for (const name of OBJECTS.filter(given)) said[name] = JSON.parse(parameters.get(name)!);
    return said;
  } catch {
    return undefined;
  }
}

/** The same request with the text of its document instead of the document's name. */
export function withText({ body, search }: GraphqlRequest, text: string): GraphqlRequest {
  const { documentId: _, extensions, ...others } = body as Record<string, unknown>;
  // Extensions of an impossible form stay, so that they are refused as always.
  const kept = extensions === undefined || extensions === null || isRecord(extensions) ? {} : { extensions };
  const parameters = new URLSearchParams(search);
  parameters.delete("documentId");
  if (!("extensions" in kept)) parameters.delete("extensions");
  parameters.set("query", text);
  return { body: { ...others, ...kept, query: text }, search: `?${parameters.toString()}` };
}
