import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ENDING, PROGRAM } from "../../platform/program/folder.js";
import { importFile } from "../../platform/program/import-file.js";
import type { Mapping } from "./mapping.js";

/** The mapping that belongs to a folder of data: `mapping` inside it, compiled with the program or lying beside the files; without one, conventions alone. */
export async function mappingOfFolder(folder: string): Promise<Mapping> {
  const file = `mapping${ENDING}`;
  const compiled = join(PROGRAM, relative(process.cwd(), resolve(folder)), file);
  const path = [compiled, resolve(folder, "mapping.js")].find((candidate) => existsSync(candidate));
  if (path === undefined) return { files: [] };
  return ((await importFile(path)) as { mapping: Mapping }).mapping;
}
