import { existsSync } from "node:fs";
import { extname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Mapping } from "./mapping.js";

/** The folder of the compiled program: the project itself when its sources are run as they are. */
const PROGRAM = fileURLToPath(new URL("../../..", import.meta.url));

/** The mapping that belongs to a folder of data: `mapping` inside it, compiled with the program or lying beside the files; without one, conventions alone. */
export async function mappingOfFolder(folder: string): Promise<Mapping> {
  const file = `mapping${extname(import.meta.url)}`;
  const compiled = join(PROGRAM, relative(process.cwd(), resolve(folder)), file);
  const path = [compiled, resolve(folder, "mapping.js")].find((candidate) => existsSync(candidate));
  if (path === undefined) return { files: [] };
  return ((await import(pathToFileURL(path).href)) as { mapping: Mapping }).mapping;
}
