// Tokens for programs from the command line; the first one, before any administrator can sign in.
//   npm run token -- create --name "Power BI" --kinds Measure,Theme --days 90 [--export]    (--kinds ALL, or without it: all)
//     [--documents PowerBiMassnahmen,…] [--mode off|log|enforce]    (only these operations; without it: as the server is set)
//   npm run token -- list
//   npm run token -- revoke <id>
import { parseArgs } from "node:util";
import { createServiceToken } from "../src/access/identity/program-token/create.js";
import { listServiceTokens } from "../src/access/identity/program-token/list.js";
import { revokeServiceToken } from "../src/access/identity/program-token/revoke.js";
import { listable } from "../src/api/documents/listable.js";
import { readTrusted } from "../src/api/documents/read-trusted.js";
import { knownKinds } from "../src/api/identity/known-kinds.js";
import { graph } from "../src/domain/index.js";
import { DOCUMENT_MODES, type DocumentMode } from "../src/platform/documents-environment.js";
import { CodedError } from "../src/platform/errors.js";
import { openPlatform, type Platform } from "../src/platform/platform.js";
import { StartError } from "../src/platform/start-error.js";

const USAGE =
  "npm run token -- create --name … [--kinds …,…] --days … [--export] [--documents …,…] [--mode …] | list | revoke <id>";

function given() {
  const options = {
    name: { type: "string" },
    kinds: { type: "string", default: "ALL" },
    days: { type: "string", default: "90" },
    export: { type: "boolean", default: false },
    documents: { type: "string" },
    mode: { type: "string" },
  } as const;
  return parseArgs({ options, allowPositionals: true });
}

function modeIn(word: string | undefined): DocumentMode | undefined {
  const mode = DOCUMENT_MODES.find((each) => each === word);
  if (word !== undefined && !mode) throw new StartError(`--mode is one of ${DOCUMENT_MODES.join(", ")}.`);
  return mode;
}

async function run({ database, environment }: Platform): Promise<void> {
  const { values, positionals } = given();
  const [verb, id] = positionals;
  if (verb === "list") return console.table(await listServiceTokens(database));
  if (verb === "revoke" && id !== undefined) return console.table([await revokeServiceToken(database, id)]);
  if (verb !== "create" || values.name === undefined) throw new StartError(USAGE);
  const { token, secret } = await createServiceToken(database, {
    name: values.name,
    kinds: knownKinds(graph, values.kinds === "ALL" ? null : values.kinds.split(",")),
    mayExport: values.export,
    documents:
      values.documents === undefined
        ? undefined
        : listable(readTrusted(environment.documents.folder), values.documents.split(",")),
    documentMode: modeIn(values.mode),
    days: Number(values.days),
    createdBy: "command line",
  });
  console.log(`${secret}\n\nShown this once; valid until ${token.expiresAt}. Send it as: Authorization: Bearer …`);
}

// What is printed is for people: the log tells only what goes wrong.
process.env["LOG_LEVEL"] ??= "warn";

const ends: (() => Promise<void>)[] = [];
try {
  await run(await openPlatform((end) => void ends.push(end)));
} catch (error) {
  console.error(error instanceof StartError || error instanceof CodedError ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
