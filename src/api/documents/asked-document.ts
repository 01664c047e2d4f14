import { BadUserInput } from "../../platform/errors.js";
import { type GraphqlRequest, namedIn, withText } from "./request-document.js";
import { hashOf, type TrustedDocument, type TrustedDocuments } from "./trusted-documents.js";

/** The document that a request is about, before anything of it has been read. */
export interface AskedDocument {
  /** The hash of its text, as computed or as the client claims; of an unknown name, that name. Absent: the request has no document at all. */
  readonly id?: string;
  readonly trusted?: TrustedDocument;
  /** The request with the document's text in it, where that is known. */
  readonly request: GraphqlRequest;
  /** Whether the client named a document by `documentId` that nobody knows. */
  readonly unknown: boolean;
}

/** Finds the document of a request, by its text, its hash or its name. Throws BadUserInput where a request names one in two ways. */
export function askedDocument(request: GraphqlRequest, trusted: TrustedDocuments): AskedDocument {
  const { query, documentId, persisted } = namedIn(request.body);
  if (documentId !== undefined) {
    if (query !== undefined || persisted !== undefined) throw twice();
    return byId(request, documentId, trusted);
  }
  if (query !== undefined) {
    const id = hashOf(query);
    return { id, trusted: trusted.withHash(id), request, unknown: false };
  }
  return persisted === undefined ? { request, unknown: false } : byHash(request, persisted, trusted);
}

function byId(request: GraphqlRequest, documentId: unknown, documents: TrustedDocuments): AskedDocument {
  const id = typeof documentId === "string" ? documentId.slice(0, 200) : "";
  const [, hash] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(id) ?? [];
  const trusted = hash === undefined ? documents.named(id) : documents.withHash(hash);
  return {
    id: hash ?? id,
    trusted,
    request: trusted ? withText(request, trusted.text) : request,
    unknown: !trusted,
  };
}

/** What Apollo has been sent before under a hash, it knows itself. */
function byHash(request: GraphqlRequest, hash: string, documents: TrustedDocuments): AskedDocument {
  const trusted = documents.withHash(hash);
  return { id: hash, trusted, request: trusted ? withText(request, trusted.text) : request, unknown: false };
}

const twice = (): BadUserInput =>
  new BadUserInput(
    {
      en: "Send either documentId or the document itself.",
      de: "Senden Sie entweder documentId oder die Abfrage selbst.",
    },
    { attribute: "documentId" },
  );
