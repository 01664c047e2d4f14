import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ignoring } from "../../../platform/error-code.js";
import { StartError } from "../../../platform/start-error.js";
import { type CsvFile, readCsv } from "./csv-file.js";

/** All CSV files of a folder, by name. Throws StartError when the folder is not there. */
export async function readFolder(folder: string): Promise<CsvFile[]> {
  const names = await readdir(folder).catch(ignoring("ENOENT"));
  if (!names) throw new StartError(`The folder ${folder} does not exist: correct SEEDS, or leave it empty.`);
  const files = names.filter((name) => name.endsWith(".csv")).sort();
  return Promise.all(files.map(async (name) => readCsv(name, await readFile(join(folder, name)))));
}
