// Builds the static pages (start page and playground) into web/dist, only when what they are made of has changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const web = join(root, "web");
const operations = join(root, "schema", "operations");
const stamp = join(web, "dist", ".stamp");
const started = performance.now();

const wanted = fingerprint();
if (wanted === stampedFingerprint()) {
  console.log(`web/dist is up to date (${elapsed()})`);
} else {
  // Without its stamp a half-written bundle counts as missing, so that an interrupted build is repeated.
  rmSync(stamp, { force: true });
  await bundle();
  writeFileSync(stamp, wanted);
  console.log(`web/dist built (${elapsed()})`);
}

/** Hash over the names and contents of all sources and of the lockfile; times do not count, a fresh clone has none that mean anything. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const path of ["package-lock.json", ...sources()]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function sources() {
  return [web, operations]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("web/dist/"))
    .sort();
}

function stampedFingerprint() {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

async function bundle() {
  const { build } = await import("vite");
  await build({ configFile: join(web, "vite.config.mjs"), logLevel: "error" });
}

function elapsed() {
  const milliseconds = performance.now() - started;
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
