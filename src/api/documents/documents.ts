import type { GraphQLSchema } from "graphql";
import type { DocumentsEnvironment } from "../../platform/documents-environment.js";
import type { Log } from "../../platform/log.js";
import { DocumentGate } from "./document-gate.js";
import { ForeignDocuments } from "./foreign-documents.js";
import { readTrusted, tellUnfit } from "./read-trusted.js";
import type { TrustedDocuments } from "./trusted-documents.js";

/** Which documents there are, who may ask which, and who is told what of the schema. */
export interface Documents {
  readonly settings: DocumentsEnvironment;
  readonly trusted: TrustedDocuments;
  readonly gate: DocumentGate;
}

/** What they stand on. */
export interface DocumentParts {
  readonly settings: DocumentsEnvironment;
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** Hears of every document that is on no list, and whether it was refused. */
  readonly foreign?: (refused: boolean) => void;
}

/** Milliseconds from the start until the log is told which documents do not fit the schema. */
const AFTER_START = 3_000;

/** Reads the trusted documents. Throws StartError where the folder or a file in it cannot be meant. */
export function documentsOf({ settings, schema, log, foreign }: DocumentParts): Documents {
  const trusted = readTrusted(settings.folder);
  // Validating takes time that nobody should wait for at a start.
  setTimeout(() => void tellUnfit(trusted, schema, log), AFTER_START).unref();
  return {
    settings,
    trusted,
    gate: new DocumentGate({ trusted, settings, foreign: new ForeignDocuments(log, foreign) }),
  };
}
