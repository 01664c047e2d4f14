import { isAtLeast } from "../../access/ranks.js";
import type { Viewer } from "../../access/viewer.js";
import type { DocumentMode, DocumentsEnvironment } from "../../platform/documents-environment.js";
import { Forbidden, NotFound } from "../../platform/errors.js";
import { type AskedDocument, askedDocument } from "./asked-document.js";
import type { ForeignDocuments } from "./foreign-documents.js";
import { type GraphqlRequest, namedIn } from "./request-document.js";
import type { TrustedDocuments } from "./trusted-documents.js";

/** What the gate stands on. */
export interface GateParts {
  readonly trusted: TrustedDocuments;
  readonly settings: Pick<DocumentsEnvironment, "mode" | "exempt">;
  readonly foreign: ForeignDocuments;
}

/** Lets documents in: all of them, or those on a list. It decides by their hash; what they say is never looked at, but for a name for the log. */
export class DocumentGate {
  constructor(private readonly parts: GateParts) {}

  /** Whether this viewer may ask anything, so that nothing needs to be looked at. */
  isOpenTo(viewer: Viewer): boolean {
    return this.modeFor(viewer) === "off";
  }

  /** The request with its document in it. Throws Forbidden for a document that this viewer may not ask, NotFound for an id that nobody knows. */
  admit(request: GraphqlRequest, viewer: Viewer): GraphqlRequest {
    const mode = this.modeFor(viewer);
    if (mode === "off" && !isNamed(request)) return request;
    const asked = askedDocument(request, this.parts.trusted);
    if (mode !== "off" && !isOnList(asked, viewer)) this.meet(asked, viewer, mode === "enforce");
    if (asked.unknown) throw new NotFound(UNKNOWN, { attribute: "documentId" });
    return asked.request;
  }

  /** A request without any document goes the same way: what is not known to be on the list is refused. */
  private meet({ id, request }: AskedDocument, viewer: Viewer, refused: boolean): void {
    if (id !== undefined) this.parts.foreign.note({ id, operation: operationIn(request.body), viewer, refused });
    if (refused) throw new Forbidden(NOT_LISTED);
  }

  /** A program's own agreement comes first, then a person's role, then the setting for all. */
  private modeFor({ role, documents }: Viewer): DocumentMode {
    const { mode, exempt } = this.parts.settings;
    if (documents) return documents.mode;
    return exempt && isAtLeast(role, exempt) ? "off" : mode;
  }
}

/** Whether a request names its document instead of sending it. */
function isNamed({ body }: GraphqlRequest): boolean {
  const { query, documentId } = namedIn(body);
  return query === undefined || documentId !== undefined;
}

function isOnList({ id, trusted }: AskedDocument, { documents }: Viewer): boolean {
  if (!documents?.only) return trusted !== undefined;
  const names = [trusted?.name, trusted?.hash, id];
  return documents.only.some((each) => names.includes(each));
}

/** What comes before the name of the first operation; each part ends where the next begins, so that no text makes it slow. */
const BEGINNING = /^[\s,]*(?:#[^\n\r]*[\n\r][\s,]*)*(?:query|mutation|subscription)[\s,]+([_A-Za-z]\w*)/;

/** The name of the operation, as the client gives it or as the document begins; for the log only. */
function operationIn(body: unknown): string | undefined {
  const { operationName, query = "" } = namedIn(body);
  return operationName ?? BEGINNING.exec(query)?.[1];
}

const NOT_LISTED = {
  en: "Only documents that are on this server's list are answered; ask its administrators to add yours.",
  de: "Hier werden nur hinterlegte Abfragen beantwortet; bitten Sie die Administration, Ihre aufzunehmen.",
};

const UNKNOWN = {
  en: "No document with this id is stored here.",
  de: "Unter dieser Kennung ist hier keine Abfrage hinterlegt.",
};
