// tsc leaves the output of deleted sources behind, where jest would still run it as a test and the server as a migration.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");

const hasSource = (output) => {
  const source = join(root, relative(dist, output)).replace(/\.js(?:\.map)?$/u, "");
  return existsSync(`${source}.ts`) || existsSync(`${source}.tsx`);
};

const outputs = existsSync(dist) ? readdirSync(dist, { recursive: true }).map((path) => join(dist, path)) : [];
for (const output of outputs) if (/\.js(?:\.map)?$/u.test(output) && !hasSource(output)) rmSync(output);
