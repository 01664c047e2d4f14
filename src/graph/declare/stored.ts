import { getMetadataArgsStorage } from "typeorm/globals.js";
import type { Kind } from "../model.js";
import { everythingOn } from "./collected.js";
import { pairColumns, pairTable } from "./store.js";

/** Table and column of everything that a kind stores, its pairs among it. */
export function columnsOf({ table, target }: Kind): (readonly [table: string, column: string])[] {
  const storage = getMetadataArgsStorage();
  const values = storage.filterColumns(target).map(({ options }) => options.name!);
  const links = storage.joinColumns.filter((each) => each.target === target).map(({ name }) => name!);
  const pairs = everythingOn(target).manyLinks.flatMap(({ name }) =>
    pairColumns(table, name).map((column) => [pairTable(table, name), column] as const),
  );
  return [...[...values, ...links].map((column) => [table, column] as const), ...pairs];
}
