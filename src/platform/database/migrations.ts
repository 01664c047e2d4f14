import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationInterface } from "typeorm";
import { codeOf } from "../error-code.js";
import { ENDING, PROGRAM } from "../program/folder.js";
import { importFile } from "../program/import-file.js";

/** A migration class; TypeORM records its name, which ends in the 13 digits of its timestamp. */
export type Migration = new () => MigrationInterface;

const FOLDER = join(PROGRAM, "migrations");

const IS_MIGRATION = new RegExp(`^\\d{13}-[^.]+\\${ENDING}$`);

/** The migrations that belong to this code, oldest first: dist/migrations/*.js, or migrations/*.ts when run from source. */
export async function migrations(): Promise<Migration[]> {
  const files = await filesOf(FOLDER);
  const modules = await Promise.all(files.map((file) => importFile(join(FOLDER, file))));
  const classes = modules.flatMap((module) => Object.values(module) as unknown[]).filter(isMigration);
  return classes.sort((a, b) => timestampOf(a.name) - timestampOf(b.name));
}

/** The timestamps of the same, as their files begin with them: a start need not load what has run long ago. */
export const migrationTimes = async (): Promise<number[]> =>
  (await filesOf(FOLDER)).map((file) => Number(file.slice(0, 13))).sort((a, b) => a - b);

/** The 13 digits in which the name of a migration ends. */
export const timestampOf = (name: string): number => Number(name.slice(-13));

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => IS_MIGRATION.test(file));
  } catch (error) {
    // tsc makes no folder while there is no migration.
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

const isMigration = (value: unknown): value is Migration => typeof value === "function" && /\d{13}$/.test(value.name);
