import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type GraphQLSchema, Kind, parse, validate } from "graphql";
import { codeOf } from "../../platform/error-code.js";
import type { Log } from "../../platform/log.js";
import { StartError } from "../../platform/start-error.js";
import { hashOf, type TrustedDocument, TrustedDocuments } from "./trusted-documents.js";

/**
 * Reads every `.graphql` below a folder. Throws StartError for a folder that is not there, a file that is no GraphQL or has not exactly one
 * operation with a name, and a name that two files give.
 */
export function readTrusted(folder: string): TrustedDocuments {
  const seen = new Map<string, string>();
  const documents = filesBelow(folder).map((path) => {
    const document = documentIn(path);
    const other = seen.get(document.name);
    if (other !== undefined) throw new StartError(`${other} and ${path} both name their operation ${document.name}.`);
    seen.set(document.name, path);
    return document;
  });
  return new TrustedDocuments(documents);
}

/** Tells in the log which trusted documents the schema does not answer (any more); the others are answered all the same. */
export async function tellUnfit({ all }: TrustedDocuments, schema: GraphQLSchema, log: Log): Promise<void> {
  for (const { name, hash, text } of all) {
    await nextTurn(); // requests may come in between
    const [problem] = validate(schema, parse(text), undefined, { maxErrors: 1 });
    if (problem) log.warn({ operation: name, document: hash, reason: problem.message }, "a trusted document is unfit");
  }
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".graphql"));
    return files.map((entry) => join(entry.parentPath, entry.name)).sort();
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
    throw new StartError(`OPERATIONS: there is no folder ${folder}.`, { cause: error });
  }
}

function documentIn(path: string): TrustedDocument {
  const text = readFileSync(path, "utf8");
  const name = nameIn(text, path);
  return { name, hash: hashOf(text), text };
}

function nameIn(text: string, path: string): string {
  try {
    const operations = parse(text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    const [first, ...others] = operations;
    if (first?.name && others.length === 0) return first.name.value;
  } catch (error) {
    throw new StartError(`${path} is no GraphQL: ${(error as Error).message}`, { cause: error });
  }
  throw new StartError(`${path} must hold exactly one operation, with a name.`);
}
