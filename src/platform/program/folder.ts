import { existsSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the compiled program, with `migrations` and `seeds` in it; the project itself when its sources are run as they are.
 * Looked for from this file on upwards, since it may have been bundled into another.
 */
export const PROGRAM = holding("migrations", dirname(fileURLToPath(import.meta.url)));

/** The ending of the files that are found at run time: of what tsc has made of them, or of the sources. This file may be in a bundle, which has another. */
export const ENDING = extname(import.meta.url) === ".ts" ? ".ts" : ".js";

function holding(name: string, folder: string): string {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, name)) ? folder : holding(name, above);
}
