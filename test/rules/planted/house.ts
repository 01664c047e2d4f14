import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** File by its path from the root of a house. */
export type Files = Readonly<Record<string, string>>;

/** A small house of files in a temporary folder, guarded by the real configuration. */
export interface House {
  /** Runs the command of an npm script of ours inside the house, with more arguments behind it; paths in its output begin at the house. */
  run(script: string, more?: string): { readonly passed: boolean; readonly output: string };
  tearDown(): void;
}

/** The root of the real house, whose configuration is under test. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url));

const guards = [
  "tsconfig.json",
  "web/tsconfig.json",
  "eslint.config.mjs",
  "scripts/lint",
  "scripts/check.mjs",
  "scripts/check-sizes.ts",
  ".prettierrc.json",
  ".prettierignore",
  ".dependency-cruiser.cjs",
  "knip.json",
];

/** The npm scripts of the real house. */
function scriptsOf(): Readonly<Record<string, string>> {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return scripts;
}

/** Builds a house of these files and gives it the real configuration and packages. */
export function houseOf(files: Files): House {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "house-")));
  for (const guard of guards) cpSync(join(root, guard), join(home, guard), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"), "junction");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return { run: (script, more = "") => runIn(home, script, more), tearDown: () => rmSync(home, { recursive: true }) };
}

function runIn(home: string, script: string, more: string) {
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, PATH: path, NODE_OPTIONS: "", NO_COLOR: "1" };
  const command = `${scriptsOf()[script] ?? "missing"} ${more}`;
  const { status, stdout, stderr } = spawnSync(command, { cwd: home, env, shell: true, encoding: "utf8" });
  return { passed: status === 0, output: (stdout || stderr).replaceAll(home + sep, "") };
}
