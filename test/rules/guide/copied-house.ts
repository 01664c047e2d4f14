import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { root } from "../planted/house.js";

const COPIED = [
  "src",
  "migrations",
  "scripts",
  "seeds",
  "schema",
  "test",
  "package.json",
  "tsconfig.json",
  "jest.config.mjs",
];

/** A copy of the sources, to be changed, built and run apart from them. */
export interface CopiedHouse {
  /** The text of every file by its path from the root, without what was built. */
  files(): Promise<ReadonlyMap<string, string>>;
  write(path: string, text: string): Promise<void>;
  /** Runs Node in the copy and gives what it said. Throws with all that it said when it fails. */
  node(args: readonly string[], input?: string): Promise<string>;
  tearDown(): Promise<void>;
}

/** Copies the sources into a temporary folder; packages are shared. */
export async function copiedHouse(): Promise<CopiedHouse> {
  const home = await realpath(await mkdtemp(join(tmpdir(), "stadtgraph-copy-")));
  await Promise.all(COPIED.map((name) => cp(join(root, name), join(home, name), { recursive: true })));
  await symlink(join(root, "node_modules"), join(home, "node_modules"), "junction");
  return {
    files: () => filesIn(home),
    write: async (path, text) => {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), text);
    },
    node: (args, input = "") => nodeIn(home, args, input),
    tearDown: () => rm(home, { recursive: true, force: true }),
  };
}

async function filesIn(home: string): Promise<ReadonlyMap<string, string>> {
  const folders = COPIED.filter((name) => !name.includes("."));
  const entries = folders.map(async (folder) => {
    const found = await readdir(join(home, folder), { recursive: true, withFileTypes: true });
    const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return Promise.all(
      paths.map(
        async (path) => [path.slice(home.length + 1).replaceAll(sep, "/"), await readFile(path, "utf8")] as const,
      ),
    );
  });
  return new Map((await Promise.all(entries)).flat());
}

function nodeIn(home: string, args: readonly string[], input: string): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" };
  const child = spawn(process.execPath, args, { cwd: home, env });
  let [output, all] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => void ((output += chunk.toString()), (all += chunk.toString())));
  child.stderr.on("data", (chunk: Buffer) => (all += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`node ${args.join(" ")} ended with ${code}:\n${all}`)),
    );
  });
}
