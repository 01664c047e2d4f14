import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graph } from "../src/domain/index.js";
import { readEnvironment } from "../src/platform/environment.js";
import { openDatabase } from "../src/platform/database/open.js";
import { migrate } from "../src/platform/database/migrate.js";
import { createLog } from "../src/platform/log.js";
import { pendingStatements } from "./declared/pending-statements.js";

/** Writes migrations/<time>-<name>.ts: what the declarations say and the migrations so far do not. `npm run migration -- add-hazard-zones` */
async function main(name: string): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "stadtgraph-migration-"));
  // mkdtemp makes it 0700; the account that PostgreSQL runs under instead of root must get in, or the data are kept elsewhere and stay.
  await chmod(dataDirectory, 0o711);
  const environment = { ...readEnvironment({ LOG_LEVEL: "warn" }), dataDirectory };
  const log = createLog(environment);
  const database = await openDatabase(environment, log);
  try {
    await migrate(database.url, log);
    const statements = await pendingStatements(database.url, graph);
    if (statements.length === 0) return console.log("The migrations say all that the declarations say.");
    const time = Date.now();
    const path = `migrations/${time}-${name}.ts`;
    await writeFile(path, source(`${pascalCase(name)}${time}`, statements));
    console.log(`${path}: ${statements.length} statements. Read them, say why in the docstring, then format.`);
  } finally {
    await database.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

const pascalCase = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

const source = (
  className: string,
  statements: readonly string[],
): string => `import type { MigrationInterface, QueryRunner } from "typeorm";

/** Printed from the declarations. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error("Migrations go forward only");
  }
}

const STATEMENTS = [
${statements.map((statement) => `  ${JSON.stringify(statement)},`).join("\n")}
];
`;

await main(process.argv[2] ?? "change");
