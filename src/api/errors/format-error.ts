import { randomUUID } from "node:crypto";
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Sentence } from "../../platform/errors.js";
import type { Log } from "../../platform/log.js";
import type { Suggesting } from "../documents/suggestions.js";

/** German sentences for errors that graphql-js and Apollo word in English; the code says which of them a client sees. */
const GERMAN: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: "Die Anfrage ist kein gültiges GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "Die Anfrage passt nicht zum Schema.",
  OPERATION_RESOLUTION_FAILURE: "Die Anfrage enthält mehrere oder keine Operation dieses Namens.",
  BAD_USER_INPUT: "Ein Wert in der Anfrage ist nicht gültig.",
  BAD_REQUEST: "Die Anfrage ist unvollständig oder falsch aufgebaut.",
  PERSISTED_QUERY_NOT_FOUND: "Diese hinterlegte Abfrage ist nicht bekannt.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Hinterlegte Abfragen sind nicht eingeschaltet.",
};

const OURS = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "LIMIT_EXCEEDED",
  "SERVICE_UNAVAILABLE",
]);

/** What graphql-js says of a document that its parser has not read to the end. */
const TOO_LONG = /Document contains more that (\d+) tokens/;

/** What graphql-js says, without a code, of a kind of operation that the schema has not. */
const NOT_OFFERED = /^Schema is not configured to execute \w+ operation/;

function tooLong({ message }: GraphQLFormattedError): GraphQLFormattedError {
  const limit = Number(TOO_LONG.exec(message)![1]);
  const sentence: Sentence = {
    en: `The document exceeds the limit of ${limit} (tokens).`,
    de: `Die Anfrage überschreitet die Grenze von ${limit} (Wörter und Zeichen).`,
  };
  return {
    message: sentence.en,
    extensions: { code: "LIMIT_EXCEEDED", message: sentence, attribute: "tokens", limit },
  };
}

const textOf = ({ message }: { readonly message: string }, guessing: boolean): string =>
  guessing ? message : withoutGuess(message);

/** Of documents and of variables alike: Apollo's own setting for this misses the variables. */
const withoutGuess = (message: string): string => message.replace(/ Did you mean .*$/s, "");

/**
 * What a client sees of an error: a known code, one sentence in each language, the attribute where there is one. Anything
 * else is INTERNAL_SERVER_ERROR with an id that the log knows; no stack, no SQL, no path ever leaves. What may have been meant is said
 * only in the errors that are `suggesting`.
 */
export function formatErrorWith(log: Log, suggesting: Suggesting = new WeakSet()) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (TOO_LONG.test(formatted.message)) return tooLong(formatted);
    const original = codedWithin(error);
    const extensions = original?.extensions ?? formatted.extensions ?? {};
    const code = NOT_OFFERED.test(formatted.message)
      ? "GRAPHQL_VALIDATION_FAILED"
      : String(extensions.ownCode ?? extensions.code);
    if (!OURS.has(code) && !GERMAN[code]) return internal(formatted, error, log);
    const text = textOf(original ?? formatted, suggesting.has(error as object));
    const sentence = (extensions.message as Sentence | undefined) ?? { en: text, de: GERMAN[code]! };
    const { attribute, limit } = extensions as { attribute?: unknown; limit?: unknown };
    const { locations, path } = formatted;
    return {
      message: text,
      ...placed(locations, path),
      extensions: { code, message: sentence, ...given({ attribute, limit }) },
    };
  };
}

/** The error of ours inside what graphql-js and Apollo wrapped around it. */
function codedWithin(error: unknown): GraphQLError | undefined {
  for (
    let cause = unwrapResolverError(error);
    cause instanceof Error;
    cause = (cause as { originalError?: unknown }).originalError
  )
    if (cause instanceof GraphQLError && typeof cause.extensions.message === "object") return cause;
  return undefined;
}

function internal({ locations, path }: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const id = randomUUID();
  log.error({ id, err: unwrapResolverError(error) }, "internal error");
  const message: Sentence = {
    en: `An internal error occurred; its id in the log is ${id}.`,
    de: `Ein interner Fehler ist aufgetreten; im Protokoll steht er unter ${id}.`,
  };
  return {
    message: message.en,
    ...placed(locations, path),
    extensions: { code: "INTERNAL_SERVER_ERROR", message, id },
  };
}

const given = (details: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

const placed = (locations: GraphQLFormattedError["locations"], path: GraphQLFormattedError["path"]): object =>
  given({ locations, path });
