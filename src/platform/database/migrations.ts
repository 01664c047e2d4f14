import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MigrationInterface } from "typeorm";
import { codeOf } from "../error-code.js";
import { ENDING, PROGRAM } from "../program/folder.js";

/** A migration class; TypeORM records its name, which ends in the 13 digits of its timestamp. */
export type Migration = new () => MigrationInterface;

/** The migrations that belong to this code, oldest first: dist/migrations/*.js, or migrations/*.ts when run from source. */
export async function migrations(): Promise<Migration[]> {
  const folder = join(PROGRAM, "migrations");
  const files = (await filesOf(folder)).filter((file) => extname(file) === ENDING);
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<object>),
  );
  const classes = modules.flatMap((module) => Object.values(module) as unknown[]).filter(isMigration);
  return classes.sort((a, b) => timestampOf(a) - timestampOf(b));
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => !file.endsWith(".d.ts"));
  } catch (error) {
    // tsc makes no folder while there is no migration.
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

const isMigration = (value: unknown): value is Migration => typeof value === "function" && /\d{13}$/.test(value.name);

const timestampOf = (migration: Migration): number => Number(migration.name.slice(-13));
