import { z } from "zod";

/** What happens to a document that is on no list: it is answered, answered and noted, or refused. */
export const DOCUMENT_MODES = ["off", "log", "enforce"] as const;

/** One of `off`, `log` and `enforce`. */
export type DocumentMode = (typeof DOCUMENT_MODES)[number];

const ROLES = ["PUBLIC", "STAFF", "EDITOR", "STEWARD", "ADMIN"] as const;

/** The least role that something is for. */
type Least = (typeof ROLES)[number];

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: ({ input }) => `expected one of ${values.join(", ")}, not ${JSON.stringify(input)}` });

/** The variables about documents and about what is told of the schema. */
export const documentVariables = {
  OPERATIONS: z.string().default("schema/operations"),
  TRUSTED_DOCUMENTS: oneOf(DOCUMENT_MODES).default("off"),
  TRUSTED_DOCUMENTS_EXEMPT: oneOf(["STAFF", "EDITOR", "STEWARD", "ADMIN", "NOBODY"]).default("STEWARD"),
  INTROSPECTION: oneOf([...ROLES, "off"]).optional(),
  SUGGESTIONS: oneOf([...ROLES, "off"]).default("STAFF"),
};

/** Which documents are answered, and who is told what of the schema. */
export interface DocumentsEnvironment {
  /** Folder of the documents that everybody may ask. */
  readonly folder: string;
  /** What happens to other documents, unless a service token says otherwise for itself. */
  readonly mode: DocumentMode;
  /** From this role on people may ask anything; absent: nobody may. */
  readonly exempt: Least | undefined;
  /** From this role on the schema may be asked for; absent: nobody may. */
  readonly introspection: Least | undefined;
  /** From this role on errors say what may have been meant; absent: they never do. */
  readonly suggestions: Least | undefined;
}

type Read = z.infer<z.ZodObject<typeof documentVariables>>;

/** The settings about documents. In production one has to be signed in to ask for the schema, unless it is said otherwise. */
export function documentSettingsOf(read: Read & { readonly NODE_ENV: string }): DocumentsEnvironment {
  const { TRUSTED_DOCUMENTS_EXEMPT: exempt, SUGGESTIONS: suggestions } = read;
  const introspection = read.INTROSPECTION ?? (read.NODE_ENV === "production" ? "STAFF" : "PUBLIC");
  return {
    folder: read.OPERATIONS,
    mode: read.TRUSTED_DOCUMENTS,
    exempt: exempt === "NOBODY" ? undefined : exempt,
    introspection: introspection === "off" ? undefined : introspection,
    suggestions: suggestions === "off" ? undefined : suggestions,
  };
}
