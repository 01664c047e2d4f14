// Tokens for programs from the command line; the first one, before any administrator can sign in.
//   npm run token -- create --name "Power BI" --kinds Measure,Theme --days 90 [--export]    (--kinds ALL, or without it: all)
//   npm run token -- list
//   npm run token -- revoke <id>
import { parseArgs } from "node:util";
import { createServiceToken } from "../src/access/identity/program-token/create.js";
import { listServiceTokens } from "../src/access/identity/program-token/list.js";
import { revokeServiceToken } from "../src/access/identity/program-token/revoke.js";
import { knownKinds } from "../src/api/identity/known-kinds.js";
import { graph } from "../src/domain/index.js";
import type { Database } from "../src/platform/database/database.js";
import { CodedError } from "../src/platform/errors.js";
import { openPlatform } from "../src/platform/platform.js";
import { StartError } from "../src/platform/start-error.js";

const USAGE = "npm run token -- create --name … [--kinds …,…] --days … [--export] | list | revoke <id>";

function given() {
  const options = {
    name: { type: "string" },
    kinds: { type: "string", default: "ALL" },
    days: { type: "string", default: "90" },
    export: { type: "boolean", default: false },
  } as const;
  return parseArgs({ options, allowPositionals: true });
}

async function run(database: Database): Promise<void> {
  const { values, positionals } = given();
  const [verb, id] = positionals;
  if (verb === "list") return console.table(await listServiceTokens(database));
  if (verb === "revoke" && id !== undefined) return console.table([await revokeServiceToken(database, id)]);
  if (verb !== "create" || values.name === undefined) throw new StartError(USAGE);
  const { token, secret } = await createServiceToken(database, {
    name: values.name,
    kinds: knownKinds(graph, values.kinds === "ALL" ? null : values.kinds.split(",")),
    mayExport: values.export,
    days: Number(values.days),
    createdBy: "command line",
  });
  console.log(`${secret}\n\nShown this once; valid until ${token.expiresAt}. Send it as: Authorization: Bearer …`);
}

// What is printed is for people: the log tells only what goes wrong.
process.env["LOG_LEVEL"] ??= "warn";

const ends: (() => Promise<void>)[] = [];
try {
  const { database } = await openPlatform((end) => void ends.push(end));
  await run(database);
} catch (error) {
  console.error(error instanceof StartError || error instanceof CodedError ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
